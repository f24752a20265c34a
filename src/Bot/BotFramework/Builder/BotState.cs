using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Builder;

/// <summary>
/// The bot's memory for a turn. There is no store here: the host gives the JSON it kept (<see cref="Load"/>), runs the turn, and
/// keeps what <see cref="Save"/> returns in the same commit as everything else of the turn.
/// </summary>
public abstract class BotState
{
    private string Key => GetType().FullName!;

    /// <summary>
    /// Begins the turn with what the host kept; null is an empty memory. False when it could not be read: the memory is then
    /// empty too, because a customer should not be stuck behind a broken state, and the host should log it.
    /// </summary>
    public bool Load(ITurnContext turnContext, string? json)
    {
        var buffer = StateBuffer.Read(json, out var readable);
        turnContext.TurnState.Set(Key, buffer);
        return readable;
    }

    /// <summary>What the host is to keep; null when the memory is empty.</summary>
    public string? Save(ITurnContext turnContext) => BufferOf(turnContext).Write();

    /// <summary>Forgets everything.</summary>
    public void Clear(ITurnContext turnContext) => BufferOf(turnContext).Clear();

    public IStatePropertyAccessor<T> CreateProperty<T>(string name) => new StateProperty<T>(this, name);

    internal StateBuffer BufferOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<StateBuffer>(Key)
        ?? throw new InvalidOperationException($"{GetType().Name}.Load was not called in this turn.");
}

/// <summary>What the bot remembers of a conversation.</summary>
public sealed class ConversationState : BotState;

internal sealed class StateProperty<T>(BotState state, string name) : IStatePropertyAccessor<T>
{
    public string Name { get; } = name;

    public Task<T?> GetAsync(
        ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
    {
        var buffer = state.BufferOf(turnContext);
        if (!buffer.TryGet<T>(Name, out var value) && defaultValueFactory is not null)
        {
            value = defaultValueFactory();
            buffer.Set(Name, value);
        }

        return Task.FromResult(value);
    }

    public Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
    {
        state.BufferOf(turnContext).Set(Name, value);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        state.BufferOf(turnContext).Remove(Name);
        return Task.CompletedTask;
    }
}
