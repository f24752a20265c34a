using Microsoft.Extensions.Options;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>
/// What was used today, by conversation and in all, on this node. A call takes what it may cost at most before it is made, and gives
/// back what it did not use: calls at the same time cannot overdraw together.
/// </summary>
internal sealed class ModelBudget(IOptions<LanguageModelOptions> options, TimeProvider time)
{
    // Enough for a busy day; when there are more, a newcomer finds a day's budget only.
    private const int MostConversations = 50_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Used> _byConversation = [];
    private Used _all = new(0, 0, 0);
    private DateOnly _day;

    /// <summary>Null when it would be too much.</summary>
    public Spending? TryTake(string conversation, int read, int written)
    {
        var taken = Of(read, written);
        lock (_lock)
        {
            BeginDay();
            var before = _byConversation.GetValueOrDefault(conversation, new(0, 0, 0));
            if (!Fits(before + taken, options.Value.PerConversation) || !Fits(_all + taken, options.Value.PerDay))
            {
                return null;
            }

            Add(conversation, taken);
            return new Spending(_day, conversation, taken);
        }
    }

    /// <summary>What it was in the end.</summary>
    public void Settle(Spending spending, int read, int written)
    {
        lock (_lock)
        {
            BeginDay();
            // What was taken yesterday is not given back today.
            if (spending.Day == _day)
            {
                Add(spending.Conversation, Of(read, written) - spending.Taken);
            }
        }
    }

    private void Add(string conversation, Used used)
    {
        _all += used;
        if (_byConversation.TryGetValue(conversation, out var before) || _byConversation.Count < MostConversations)
        {
            _byConversation[conversation] = (before ?? new(0, 0, 0)) + used;
        }
    }

    private void BeginDay()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            _day = today;
            _all = new(0, 0, 0);
            _byConversation.Clear();
        }
    }

    private Used Of(int read, int written) => new(
        1, read + written, ((read * options.Value.PricePer1000Read) + (written * options.Value.PricePer1000Written)) / 1000);

    private static bool Fits(Used used, SpendingLimit limit) =>
        used.Calls <= limit.Calls && used.Tokens <= limit.Tokens && used.Money <= (limit.Money ?? decimal.MaxValue);

    /// <summary>Taken for one call.</summary>
    internal sealed record Spending(DateOnly Day, string Conversation, Used Taken);

    /// <summary>Calls, tokens and money.</summary>
    internal sealed record Used(int Calls, long Tokens, decimal Money)
    {
        public static Used operator +(Used left, Used right) => new(left.Calls + right.Calls, left.Tokens + right.Tokens, left.Money + right.Money);

        public static Used operator -(Used left, Used right) => new(left.Calls - right.Calls, left.Tokens - right.Tokens, left.Money - right.Money);
    }
}
