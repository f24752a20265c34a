using Warmline.Knowledge.Answers;
using Warmline.Knowledge.Answers.Model;

namespace Warmline.Knowledge.Tests.Answers;

/// <summary>Whatever the model does, there is an answer or none, in time and within the budget; never a part, never an exception.</summary>
public sealed class TroubleTests
{
    [Theory]
    [InlineData(0, 4.1)]
    [InlineData(12, 8.1)]
    public async Task Model_that_does_not_begin_or_end_in_time_is_not_waited_for(int wordsBefore, double seconds)
    {
        await using var house = await WritingHouse.OpenAsync();
        house.Model.SilentAfter = wordsBefore;
        var began = new TaskCompletionSource();
        var asking = house.AskAsync("You can return an order within 14 days [1]. The money is back in 7 days [1].", released: began.SetResult);
        await house.Model.Silent;
        if (wordsBefore > 0)
        {
            await began.Task;
            house.Clock.Advance(TimeSpan.FromSeconds(7));
            Assert.False(asking.IsCompleted);
        }

        house.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Null(await asking.WaitAsync(WritingHouse.Cancel));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Failure_is_no_answer(int status)
    {
        await using var house = await WritingHouse.OpenAsync();
        house.Model.Status = status;

        Assert.Null(await house.AskAsync(WritingHouse.Carried));
        Assert.Single(house.Model.Asked);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("length", null)]
    [InlineData("content_filter", null)]
    [InlineData("stop", "data: {\"choices\": [\n\n")]
    [InlineData("stop", "data: nothing\n\ndata: [DONE]\n\n")]
    [InlineData("stop", "<html>Bad gateway</html>")]
    [InlineData("stop", "")]
    [InlineData("stop", "data: [DONE]\n\n")]
    public async Task Text_that_is_cut_or_malformed_is_no_answer(string? finish, string? raw)
    {
        await using var house = await WritingHouse.OpenAsync();
        (house.Model.Finish, house.Model.Raw) = (finish, raw);

        Assert.Null(await house.AskAsync(WritingHouse.Carried));
    }

    [Fact]
    public async Task Model_that_asks_to_be_left_alone_is_left_alone_for_that_long()
    {
        await using var house = await WritingHouse.OpenAsync();
        (house.Model.Status, house.Model.RetryAfter) = (429, "90");
        Assert.Null(await house.AskAsync(WritingHouse.Carried, "a"));
        house.Model.Status = 200;

        house.Clock.Advance(TimeSpan.FromSeconds(89));
        Assert.Null(await house.AskAsync(WritingHouse.Carried, "b"));
        Assert.Single(house.Model.Asked);
        house.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotNull(await house.AskAsync(WritingHouse.Carried, "c"));
    }

    [Fact]
    public async Task Model_that_failed_twice_is_left_alone_and_tried_again_later()
    {
        await using var house = await WritingHouse.OpenAsync();
        house.Model.Status = 500;
        await house.AskAsync(WritingHouse.Carried, "a");
        await house.AskAsync(WritingHouse.Carried, "b");
        house.Model.Status = 200;

        Assert.Null(await house.AskAsync(WritingHouse.Carried, "c"));
        Assert.Equal(2, house.Model.Asked.Count);
        house.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.NotNull(await house.AskAsync(WritingHouse.Carried, "d"));
    }

    [Fact]
    public async Task Refused_text_is_no_failure_of_the_model()
    {
        await using var house = await WritingHouse.OpenAsync();
        foreach (var question in (string[])["a", "b", "c"])
        {
            Assert.Null(await house.AskAsync("You have 99 days [1].", question));
        }

        Assert.NotNull(await house.AskAsync(WritingHouse.Carried, "d"));
    }

    [Fact]
    public async Task Conversation_that_used_its_budget_waits_for_tomorrow_and_others_do_not()
    {
        await using var house = await WritingHouse.OpenAsync(options => options.PerConversation = new SpendingLimit { Calls = 1, Tokens = 100_000 });
        Assert.NotNull(await house.AskAsync(WritingHouse.Carried, "a"));

        Assert.Null(await house.AskAsync(WritingHouse.Carried, "b"));
        Assert.NotNull(await house.AskAsync(WritingHouse.Carried, "c", conversation: "c2"));
        house.Clock.Advance(TimeSpan.FromDays(1));

        Assert.NotNull(await house.AskAsync(WritingHouse.Carried, "d"));
    }

    // A call is taken at what it may cost at most, 1,500 tokens and more, and settled at the 100 + 9 it was.
    [Theory]
    [InlineData(5, 1_000_000, null, 5)]
    [InlineData(1000, 2000, null, 2)]
    [InlineData(1000, 1_000_000, 1.80, 2)]
    public async Task Day_ends_with_its_budget_of_calls_tokens_or_money(int calls, long tokens, double? money, int atLeast)
    {
        await using var house = await WritingHouse.OpenAsync(options =>
        {
            options.PerDay = new SpendingLimit { Calls = calls, Tokens = tokens, Money = (decimal?)money };
            (options.PricePer1000Read, options.PricePer1000Written) = (1, 1);
        });

        var written = 0;
        for (var i = 0; i < 40 && await house.AskAsync(WritingHouse.Carried, $"question {i}", conversation: $"c{i}") is not null; i++)
        {
            written++;
        }

        Assert.InRange(written, atLeast, 20);
        Assert.Equal(written, house.Model.Asked.Count);
    }

    [Fact]
    public async Task One_more_than_at_once_is_allowed_gets_the_article_at_once()
    {
        await using var house = await WritingHouse.OpenAsync(options => options.AtOnce = 1);
        house.Model.SilentAfter = 0;
        var first = house.AskAsync(WritingHouse.Carried, "a");
        await house.Model.Silent;

        Assert.Null(await house.AskAsync(WritingHouse.Carried, "b", conversation: "c2"));
        Assert.Single(house.Model.Asked);
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await first);
    }

    [Fact]
    public async Task Customer_who_leaves_ends_the_call()
    {
        await using var house = await WritingHouse.OpenAsync();
        house.Model.SilentAfter = 0;
        using var leaving = new CancellationTokenSource();
        var asking = house.Answers.WriteAsync(new GroundedQuestion("c1", "a", "en"), [WritingHouse.Returns], null, leaving.Token);
        await house.Model.Silent;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("openai/v1/", null, null, "/openai/v1/chat/completions", "Bearer secret", "")]
    [InlineData("openai/v1/", "api-key", null, "/openai/v1/chat/completions", "", "secret")]
    [InlineData("openai/deployments/gpt/", "api-key", "2024-10-21", "/openai/deployments/gpt/chat/completions?api-version=2024-10-21", "", "secret")]
    public async Task Azure_gets_its_key_and_address_as_it_wants_them(string path, string? header, string? version, string address, string bearer, string key)
    {
        await using var model = await WritingHouse.OpenAsync();
        await using var house = await WritingHouse.OpenAsync(options =>
            (options.Endpoint, options.KeyHeader, options.ApiVersion) = (new Uri(model.Model.Root, path), header, version));
        model.Model.Answer = WritingHouse.Carried;

        Assert.NotNull(await house.AskAsync(WritingHouse.Carried));

        var call = Assert.Single(model.Model.Calls);
        Assert.Equal((address, bearer, key), (call.Address, call.Authorization, call.ApiKey));
    }
}
