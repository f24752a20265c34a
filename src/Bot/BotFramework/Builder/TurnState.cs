namespace BotFramework.Builder;

/// <summary>Values by key, or by type where one of a kind is enough. Lives as long as the turn.</summary>
public sealed class TurnState
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public T? Get<T>() where T : class => Get<T>(typeof(T).FullName!);

    public T? Get<T>(string key) where T : class => _values.GetValueOrDefault(key) as T;

    public void Set<T>(T? value) where T : class => Set(typeof(T).FullName!, value);

    public void Set<T>(string key, T? value) where T : class => _values[key] = value;
}
