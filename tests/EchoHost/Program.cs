using BotFramework.DirectLine;
using BotFramework.DirectLine.Memory;
using BotFramework.Hosting;
using Warmline.EchoHost;

// A bot on the protocol alone, its log in memory, for conformance tests and benchmarks:
// dotnet run --project tests/EchoHost -- --urls http://127.0.0.1:5090 --DirectLine:Secret a-secret --environment Development
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddOptions<DirectLineOptions>().BindConfiguration("DirectLine");
builder.Services.AddOptions<BotFrameworkOptions>().BindConfiguration("BotFramework");
builder.Services.AddDirectLineInMemory<EchoBot>(options => options.Secrets.Add(builder.Configuration["DirectLine:Secret"] ?? ""));
builder.Services.AddBotFramework();

var app = builder.Build();
app.MapDirectLine();
app.MapMessages();
app.MapGet("/health", () => "ok");
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"EchoHost listens on {string.Join(' ', app.Urls)}"));
app.Run();
