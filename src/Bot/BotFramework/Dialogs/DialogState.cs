using System.Text.Json;
using System.Text.Json.Serialization;
using BotFramework.Schema;

namespace BotFramework.Dialogs;

/// <summary>The stack of dialogs, the active one first. All of it is JSON between turns.</summary>
public sealed class DialogState
{
    public IList<DialogInstance> DialogStack { get; set; } = [];
}

/// <summary>A dialog on the stack and what it remembers.</summary>
public sealed class DialogInstance
{
    private JsonElement? _state;
    private object? _live;

    public required string Id { get; init; }

    /// <summary>The memory as JSON.</summary>
    [JsonInclude]
    internal JsonElement? State
    {
        get => _live is null ? _state : ProtocolJson.ToElement(_live);
        set => (_state, _live) = (value, null);
    }

    /// <summary>The memory as an object; changes in it are kept. Everyone who asks in a turn gets the same object.</summary>
    public T StateOf<T>() where T : class, new()
    {
        if (_live is not T live)
        {
            live = Read<T>() ?? new T();
            _live = live;
        }

        return live;
    }

    // A memory an older release wrote in another shape counts as empty.
    private T? Read<T>() where T : class
    {
        try
        {
            return State?.Deserialize<T>(ProtocolJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
