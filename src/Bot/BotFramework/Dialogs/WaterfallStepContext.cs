using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Dialogs;

/// <summary>What a step sees: the dialog's options, its values so far, and the result of the step before.</summary>
public sealed class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private readonly JsonElement? _options;
    private bool _wentOn;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, WaterfallState state)
        : base(dc.Dialogs, dc.Context, dc.State, dc.Parent)
    {
        _waterfall = waterfall;
        _options = state.Options;
        Values = new StepValues(state.Values);
    }

    public int Index { get; internal init; }

    public DialogReason Reason { get; internal init; }

    /// <summary>What the prompt or dialog of the step before ended with; it lives in this turn only.</summary>
    public object? Result { get; internal init; }

    /// <summary>Remembered between the steps.</summary>
    public StepValues Values { get; }

    /// <summary>What the dialog was begun with.</summary>
    public T? GetOptions<T>() => _options is { } options ? options.Deserialize<T>(ProtocolJson.Options) : default;

    /// <summary>The next step at once, in the same turn.</summary>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        if (_wentOn)
        {
            throw new InvalidOperationException($"Step {Index} of '{_waterfall.Id}' went on twice.");
        }

        _wentOn = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}

/// <summary>Values by name. They are turned into JSON when set, so a step sees them the same in this turn and in the next.</summary>
public sealed class StepValues
{
    private readonly Dictionary<string, JsonElement> _values;

    internal StepValues(Dictionary<string, JsonElement> values) => _values = values;

    public T? Get<T>(string name) =>
        _values.TryGetValue(name, out var value) ? value.Deserialize<T>(ProtocolJson.Options) : default;

    public void Set<T>(string name, T value) => _values[name] = ProtocolJson.ToElement(value);

    public bool Remove(string name) => _values.Remove(name);
}
