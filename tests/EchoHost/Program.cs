using BotFramework.DirectLine;
using BotFramework.DirectLine.Memory;
using Warmline.EchoHost;

// A bot on the protocol alone, its log in memory, for conformance tests and benchmarks:
// dotnet run --project tests/EchoHost -- --urls http://127.0.0.1:5090 --DirectLine:Secret a-secret
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddDirectLineInMemory<EchoBot>(options => options.Secrets.Add(builder.Configuration["DirectLine:Secret"] ?? ""));

var app = builder.Build();
app.MapDirectLine();
app.MapGet("/health", () => "ok");
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"EchoHost listens on {string.Join(' ', app.Urls)}"));
app.Run();
