using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Warmline.Bot.Observing;

/// <summary>
/// Logs without words of customers. Our own log lines never have them; but the message of an exception may quote anything, and the path of
/// a request may be anything somebody typed. So exceptions are logged as types and stack, and requests by their id.
/// </summary>
internal static class DiscreetLogs
{
    /// <summary>For the hours of a hunt: exceptions keep their messages. Default no.</summary>
    public const string MessagesSetting = "Warmline:Logs:ExceptionMessages";

    public static IServiceCollection AddDiscreetLogs(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue<bool>(MessagesSetting))
        {
            services.AddLogging();
            services.RemoveAll<ILoggerFactory>();
            services.AddSingleton<LoggerFactory>();
            services.AddSingleton<ILoggerFactory>(provider => new Factory(provider.GetRequiredService<LoggerFactory>()));
        }

        return services;
    }

    private sealed class Factory(LoggerFactory inner) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Discreet(inner.CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        public void Dispose() => inner.Dispose();
    }

    private sealed class Discreet(ILogger inner) : ILogger
    {
        private const string Path = "RequestPath";

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull =>
            state is IEnumerable<KeyValuePair<string, object>> values && values.Any(value => value.Key == Path)
                ? inner.BeginScope(values.Where(value => value.Key != Path).ToArray())
                : inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception is null ? null : new WordlessException(exception), formatter);
    }
}

/// <summary>An exception as the log may know it: which kinds, with which numbers, where; not what it said.</summary>
internal sealed class WordlessException(Exception told) : Exception(KindOf(told))
{
    public override string? StackTrace => told.StackTrace;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var at = told; at is not null; at = at.InnerException)
        {
            text.Append(at == told ? "" : " ---> ").AppendLine(KindOf(at)).AppendLine(at.StackTrace);
        }

        return text.ToString();
    }

    private static string KindOf(Exception error) => error switch
    {
        SqliteException sqlite => $"{error.GetType().FullName} ({sqlite.SqliteExtendedErrorCode})",
        System.Data.Common.DbException { SqlState: { Length: > 0 } state } => $"{error.GetType().FullName} ({state})",
        HttpRequestException { StatusCode: { } status } => $"{error.GetType().FullName} ({(int)status})",
        _ => error.GetType().FullName!,
    };
}
