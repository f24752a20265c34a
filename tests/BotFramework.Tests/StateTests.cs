using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.TestSupport;

namespace BotFramework.Tests;

public sealed class StateTests
{
    private readonly ConversationState _state = new();

    [Fact]
    public async Task What_a_turn_changes_inside_a_value_is_in_what_the_host_keeps()
    {
        var basket = _state.CreateProperty<Basket>("basket");
        var first = Turn(null);
        (await basket.GetAsync(first, () => new Basket(), Cancellation))!.Items.Add("żółty parasol");
        var kept = _state.Save(first);
        var second = Turn(kept);

        Assert.Equal("""{"basket":{"items":["żółty parasol"]}}""", kept);
        Assert.Equal(["żółty parasol"], (await basket.GetAsync(second, null, Cancellation))!.Items);
    }

    [Fact]
    public async Task What_nobody_touched_is_kept_as_it_was_and_an_empty_memory_is_null()
    {
        var turn = Turn("""{"of":{"a":"later release"},"name":"Ana"}""");
        var name = _state.CreateProperty<string>("name");

        Assert.Equal("Ana", await name.GetAsync(turn, null, Cancellation));
        Assert.Equal("""{"of":{"a":"later release"},"name":"Ana"}""", _state.Save(turn));
        await name.DeleteAsync(turn, Cancellation);
        Assert.Null(await name.GetAsync(turn, null, Cancellation));
        _state.Clear(turn);
        Assert.Null(_state.Save(turn));
    }

    [Theory]
    [InlineData("""{"count":"many"}""", true)]
    [InlineData("""{"count":{"a":1}}""", true)]
    [InlineData("[1]", false)]
    [InlineData("{broken", false)]
    public async Task A_memory_that_can_not_be_read_is_forgotten_rather_than_in_the_way(string kept, bool readable)
    {
        var turn = new TurnContext(new TestAdapter(), new Activity());
        Assert.Equal(readable, _state.Load(turn, kept));
        var count = _state.CreateProperty<int>("count");

        Assert.Equal(3, await count.GetAsync(turn, () => 3, Cancellation));
        Assert.Equal("""{"count":3}""", _state.Save(turn));
    }

    [Fact]
    public async Task Forgetting_to_load_is_said_plainly()
    {
        var turn = new TurnContext(new TestAdapter(), new Activity());
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => _state.CreateProperty<string>("x").GetAsync(turn, null, Cancellation));

        Assert.Contains("Load", thrown.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TurnContext Turn(string? kept)
    {
        var turn = new TurnContext(new TestAdapter(), new Activity());
        Assert.True(_state.Load(turn, kept));
        return turn;
    }

    private sealed class Basket
    {
        public IList<string> Items { get; set; } = [];
    }
}
