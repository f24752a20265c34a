using Warmline.Torture;

if (TortureOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(TortureOptions.Usage);
    return 2;
}

return await TortureRun.RunAsync(options);
