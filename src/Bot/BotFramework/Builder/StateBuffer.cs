using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>Named values: as JSON until somebody asks for one, then the object itself, so changes inside it are kept.</summary>
internal sealed class StateBuffer
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    internal static StateBuffer Read(string? json, out bool readable)
    {
        var buffer = new StateBuffer();
        readable = true;
        try
        {
            foreach (var value in Parse(json).EnumerateObject())
            {
                buffer._values[value.Name] = value.Value;
            }
        }
        catch (JsonException)
        {
            readable = false;
        }

        return buffer;
    }

    internal string? Write() => _values.Count == 0 ? null : ProtocolJson.Write(_values);

    internal void Clear() => _values.Clear();

    internal void Set(string name, object? value) => _values[name] = value;

    internal void Remove(string name) => _values.Remove(name);

    /// <summary>A value an older release wrote in another shape counts as absent.</summary>
    internal bool TryGet<T>(string name, out T? value)
    {
        value = default;
        if (!_values.TryGetValue(name, out var kept))
        {
            return false;
        }

        if (kept is T live)
        {
            value = live;
            return true;
        }

        return kept is JsonElement element && TryRead(name, element, out value);
    }

    private bool TryRead<T>(string name, JsonElement element, out T? value)
    {
        try
        {
            value = element.Deserialize<T>(ProtocolJson.Options);
            _values[name] = value;
            return value is not null;
        }
        catch (JsonException)
        {
            value = default;
            _values.Remove(name);
            return false;
        }
    }

    private static JsonElement Parse(string? json) => ProtocolJson.Read<JsonElement>(string.IsNullOrEmpty(json) ? "{}" : json) is { ValueKind: JsonValueKind.Object } values
        ? values
        : throw new JsonException("The memory is no object.");
}
