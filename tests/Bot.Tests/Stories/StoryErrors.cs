using Microsoft.Extensions.Logging;

namespace Warmline.Bot.Tests.Stories;

/// <summary>What the product logs as an error is shown with a story that fails.</summary>
internal sealed class StoryErrors(ITestOutputHelper? story) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            TryWrite($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }

    // The product may outlive its story for a moment.
    private void TryWrite(string text)
    {
        try
        {
            story?.WriteLine(text);
        }
        catch (InvalidOperationException)
        {
        }
    }
}
