using BotFramework.Builder;
using BotFramework.Schema;

namespace Warmline.TestSupport;

/// <summary>A conversation written down as a script: <c>Send("hi").AssertReply("hello")</c>, then <see cref="StartTestAsync"/>.</summary>
public sealed class TestFlow(TestAdapter adapter, BotCallbackHandler bot)
{
    private readonly List<Func<CancellationToken, Task>> _steps = [];

    public TestFlow(TestAdapter adapter, IBot bot) : this(adapter, bot.OnTurnAsync)
    {
    }

    public TestFlow Send(string text) => Send(adapter.Message(text));

    public TestFlow Send(Activity activity) => Then(token => adapter.ProcessAsync(activity, bot, token));

    public TestFlow AssertReply(string text) =>
        AssertReply(reply => Expect(reply.Text == text, $"The bot said '{reply.Text}', not '{text}'."));

    public TestFlow AssertReply(Action<Activity> check) => Then(_ =>
    {
        var reply = adapter.NextReply();
        Expect(reply is not null, "The bot said nothing more.");
        check(reply!);
        return Task.CompletedTask;
    });

    public TestFlow AssertNoReply() => Then(_ =>
    {
        var reply = adapter.NextReply();
        Expect(reply is null, $"The bot said '{reply?.Text}', where nothing was expected.");
        return Task.CompletedTask;
    });

    public TestFlow Test(string text, string reply) => Send(text).AssertReply(reply);

    public async Task StartTestAsync(CancellationToken cancellationToken = default)
    {
        foreach (var step in _steps)
        {
            await step(cancellationToken);
        }
    }

    private static void Expect(bool met, string otherwise)
    {
        if (!met)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private TestFlow Then(Func<CancellationToken, Task> step)
    {
        _steps.Add(step);
        return this;
    }
}
