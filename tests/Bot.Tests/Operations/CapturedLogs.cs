using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Warmline.Bot.Tests.Operations;

/// <summary>Everything a log provider is given at Information or above: words, values, scopes, exceptions.</summary>
internal sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = [];
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Capture(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static void Values(StringBuilder line, object? state)
    {
        line.Append(" | ").Append(state);
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            line.AppendJoin(' ', values.Select(value => $" {value.Key}={value.Value}"));
        }
    }

    private sealed class Capture(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var line = new StringBuilder($"{logLevel} {category} {formatter(state, exception)}");
                Values(line, state);
                logs._scopes?.ForEachScope((scope, text) => Values(text, scope), line);
                logs._lines.Enqueue(line.Append(" | ").Append(exception?.Message).Append(exception).Append(exception?.InnerException).ToString());
            }
        }
    }
}
