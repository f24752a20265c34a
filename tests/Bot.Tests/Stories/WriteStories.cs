using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;
using Warmline.Handoff.Data;
using Warmline.Handoff.Tasks;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>What a customer hears of a write to the shop, whatever becomes of it.</summary>
public sealed class WriteStories
{
    private const string Number = "CH-2001";
    private readonly Mock<IShop> _shop = new();
    private readonly List<string> _keys = [];
    private readonly ShiftedTime _time = new(TimeProvider.System.GetUtcNow());
    private Order _order = new()
    {
        Number = Number,
        Email = ChangeShop.Email,
        Status = OrderStatus.Paid,
        Currency = "PLN",
        Payment = PaymentKind.Card,
        Items = [new OrderItem("Kubek Mech", 1, null, 5400) { Id = "1" }],
        Address = new PostalAddress("Lipowa 1", "Kraków") { PostCode = "30-001", Country = "PL" },
    };

    public WriteStories()
    {
        _shop.SetupGet(shop => shop.Policy).Returns(DemoShop.Returns());
        _shop.SetupGet(shop => shop.Capabilities).Returns(ShopCapabilities.All);
        _shop.Setup(shop => shop.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => new OrderLookup.Found(_order));
    }

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task An_order_that_left_between_summary_and_write_is_not_cancelled_and_the_reason_is_told(string language)
    {
        var said = ChangeSaid.In(language);
        Answer(() =>
        {
            _order = _order with { Status = OrderStatus.Shipped };
            return new WriteOutcome.Refused(WriteRefusal.WrongState);
        });
        await using var app = Open();
        var customer = await YesAsync(app, language);

        var told = await HearEndAsync(app, customer);

        Assert.StartsWith(said.Text("Change.Cancel.IsShipped", Number), told, StringComparison.Ordinal);
        Assert.Contains(said.Label("Quick.Yes"), customer.Transcript[^1].Buttons);
    }

    [Fact]
    public async Task An_order_that_left_while_the_customer_thought_is_not_even_tried()
    {
        await using var app = Open();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync(ChangeSaid.In("en").CancelInOneLine(Number), Cancel);
        _order = _order with { Status = OrderStatus.Shipped };

        Assert.Contains("already left", await customer.AskAsync("yes", Cancel), StringComparison.Ordinal);
        _shop.Verify(shop => shop.WriteAsync(It.IsAny<OrderWrite>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task A_shop_that_is_away_is_asked_again_with_the_same_key_and_done_is_said_only_then()
    {
        Answer(() => throw new ShopUnavailableException("down"), () => new WriteOutcome.Unknown(), () => new WriteOutcome.Done("C-1"));
        await using var app = Open();
        var customer = await YesAsync(app, "en");
        Assert.Contains("As soon as it's confirmed", customer.Transcript[^1].Text, StringComparison.Ordinal);

        var told = await HearEndAsync(app, customer);

        Assert.Contains("C-1", told, StringComparison.Ordinal);
        Assert.Equal(3, _keys.Count);
        Assert.Single(_keys.Distinct());
        Assert.DoesNotContain("Done", customer.Transcript[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_looked_up_and_nothing_is_sent_twice()
    {
        Answer(() => new WriteOutcome.Unknown());
        _shop.Setup(shop => shop.FindWriteAsync(It.IsAny<OrderWrite>(), It.IsAny<CancellationToken>())).ReturnsAsync(new WriteOutcome.Done("C-2"));
        await using var app = Open();

        Assert.Contains("C-2", await HearEndAsync(app, await YesAsync(app, "en")), StringComparison.Ordinal);
        Assert.Single(_keys);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_shop_that_never_answers_brings_a_person(string language)
    {
        Answer(() => throw new ShopUnavailableException("down"));
        await using var app = Open();
        var customer = await YesAsync(app, language);
        await using (var db = app.Services.GetRequiredService<HandoffDatabase>().Open())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE task SET \"Attempts\" = 59", Cancel);
        }

        var told = await HearEndAsync(app, customer);

        Assert.StartsWith(ChangeSaid.In(language).Text("Write.GaveUp.Cancel", Number), told, StringComparison.Ordinal);
        Assert.Equal("failed", Assert.Single(await app.Agent.WaitingAsync()).Reason);
    }

    [Fact]
    public async Task Neither_proof_nor_address_stays_behind_when_it_was_told()
    {
        Answer(() => new WriteOutcome.Done("C-3"));
        await using var app = Open();

        await HearEndAsync(app, await YesAsync(app, "en"));

        Assert.Empty(await app.StoredAsync<OutsideTask>());
    }

    [Fact]
    public async Task What_runs_meanwhile_is_asked_again_after_the_end_was_told_and_goes_on()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Answer(open.Task, () => new WriteOutcome.Done("C-4"));
        await using var app = Open();
        var customer = await YesAsync(app, "en");
        await customer.AskAsync("Please call me back", Cancel);

        open.SetResult();
        var told = await HearEndAsync(app, customer);
        var next = await customer.AskAsync("+48 601 234 567", Cancel);

        Assert.Contains("C-4", told, StringComparison.Ordinal);
        Assert.EndsWith(Replies.SayAnew("Callback.AskPhone", "en", 1), told, StringComparison.Ordinal);
        Assert.Contains("Any time", customer.Transcript[^1].Buttons);
        Assert.DoesNotContain("phone number", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_while_something_else_runs_offers_no_yes_that_could_be_mistaken()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Answer(open.Task, () => new WriteOutcome.Refused(WriteRefusal.AgainstRules));
        await using var app = Open();
        var customer = await YesAsync(app, "en");
        await customer.AskAsync("Please call me back", Cancel);

        open.SetResult();
        var told = await HearEndAsync(app, customer);
        await customer.AskAsync("yes", Cancel);

        Assert.Contains(WarmlineApplication.Label("Write.PersonHint", "en"), told, StringComparison.Ordinal);
        Assert.Empty(await app.Agent.WaitingAsync());
    }

    [Fact]
    public async Task What_is_being_done_is_not_asked_for_twice()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Answer(open.Task, () => new WriteOutcome.Done("C-5"));
        await using var app = Open();
        var customer = await YesAsync(app, "en");

        var again = await customer.AskAsync("cancel my order please", Cancel);
        open.SetResult();
        await HearEndAsync(app, customer);

        Assert.Equal(Replies.Say("Write.BeingDone", "en", ("order", Number)), again);
        Assert.Single(_keys.Distinct());
    }

    [Fact]
    public async Task What_the_shop_can_t_do_goes_to_a_person_before_anything_is_asked()
    {
        _shop.SetupGet(shop => shop.Capabilities).Returns(ShopCapabilities.None);
        await using var app = Open();
        var customer = await app.OpenChatAsync();

        Assert.Equal(WarmlineApplication.Label("Change.NeedsPerson", "en"), await customer.AskAsync("I want to cancel my order", Cancel));
    }

    [Fact]
    public async Task A_task_that_waited_for_the_shop_goes_on_with_what_was_said()
    {
        var isDown = true;
        _shop.Setup(shop => shop.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .Returns(() => isDown ? throw new ShopUnavailableException("down") : Task.FromResult<OrderLookup>(new OrderLookup.Found(_order)));
        await using var app = Open();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync($"Change the delivery address of order {Number} to ul. Długa 7, 31-147 Kraków. My e-mail is {ChangeShop.Email}", Cancel);

        isDown = false;
        var summary = await HearEndAsync(app, customer);

        Assert.Contains("ul. Długa 7, 31-147 Kraków", summary, StringComparison.Ordinal);
        Assert.Contains("Yes", customer.Transcript[^1].Buttons);
    }

    [Fact]
    public async Task What_the_shop_can_answer_again_waits_until_another_task_is_over()
    {
        var isDown = true;
        _shop.Setup(shop => shop.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>()))
            .Returns(() => isDown ? throw new ShopUnavailableException("down") : Task.FromResult<OrderLookup>(new OrderLookup.Found(_order)));
        await using var app = Open();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync(ChangeSaid.In("en").CancelInOneLine(Number), Cancel);
        await customer.AskAsync("Please call me back", Cancel);

        isDown = false;
        var told = await HearEndAsync(app, customer);
        var over = await customer.AskAsync("never mind", Cancel);

        Assert.Contains("As soon as we're done here", told, StringComparison.Ordinal);
        Assert.DoesNotContain("To be cancelled", told, StringComparison.Ordinal);
        Assert.Contains("To be cancelled", over, StringComparison.Ordinal);
    }

    private WarmlineApplication Open() => WarmlineApplication.OpenWith(
        services => services.AddSingleton(_shop.Object).AddSingleton<TimeProvider>(_time), ("Warmline:DirectLine:TokenLifetime", "1.00:00:00"));

    private void Answer(params Func<WriteOutcome>[] answers) => Answer(Task.CompletedTask, answers);

    // One after the other; the last again and again.
    private void Answer(Task first, params Func<WriteOutcome>[] answers) => _shop
        .Setup(shop => shop.WriteAsync(It.IsAny<OrderWrite>(), It.IsAny<CancellationToken>()))
        .Returns(async (OrderWrite write, CancellationToken cancellationToken) =>
        {
            int at;
            lock (_keys)
            {
                at = Math.Min(_keys.Count, answers.Length - 1);
                _keys.Add(write.Key);
            }

            await first.WaitAsync(cancellationToken);
            return answers[at]();
        });

    private static async Task<Customer> YesAsync(WarmlineApplication app, string language)
    {
        var customer = await app.OpenChatAsync(language);
        await customer.AskAsync(ChangeSaid.In(language).CancelInOneLine(Number), Cancel);
        await customer.AskAsync(ChangeSaid.In(language).YesCancel, Cancel);
        return customer;
    }

    // Time goes on until the bot says something by itself.
    private async Task<string> HearEndAsync(WarmlineApplication app, Customer customer)
    {
        var heard = customer.NextTurnAsync(Cancel);
        while (!heard.IsCompleted)
        {
            if (!await app.Services.GetRequiredService<TaskWorker>().RunOnceAsync(Cancel))
            {
                _time.Advance(TimeSpan.FromSeconds(10));
                await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel));
            }
        }

        return string.Join('\n', (await heard).Select(line => line.Text));
    }
}
