using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Warmline.Knowledge.Answers;
using Warmline.Knowledge.Answers.Model;
using Warmline.Knowledge.Search;
using Warmline.TestSupport;

namespace Warmline.Knowledge.Tests.Answers;

/// <summary>The writing part of the module with a model that does what a test wants, under a clock that stands still.</summary>
internal sealed class WritingHouse : IAsyncDisposable
{
    public const string Carried = "You have 14 days to return an order [1].";

    private readonly ServiceProvider _services;

    private WritingHouse(LanguageModelStandIn model, Action<LanguageModelOptions>? more, bool hasModel)
    {
        Model = model;
        _services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddKnowledge(options => options.ConnectionString = "Data Source=:memory:")
            .Configure<LanguageModelOptions>(options =>
            {
                (options.Endpoint, options.Model, options.ApiKey) = hasModel ? (new Uri(model.Root, "v1/"), "stand-in", "secret") : (null, "", "");
                more?.Invoke(options);
            }).BuildServiceProvider();
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static KnowledgeArticle Returns { get; } = new(
        "returns.policy", "en", "Returns", "You can return an order within **14 days**. The money is back in 7 days. See https://shop.example/returns.", false);

    public static KnowledgeArticle Delivery { get; } = new("delivery.time", "en", "Delivery", "Delivery takes 2–5 working days and costs 19.90 PLN.", false);

    public LanguageModelStandIn Model { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public GroundedAnswers Answers => _services.GetRequiredService<GroundedAnswers>();

    public AgentWriting ForAgents => _services.GetRequiredService<AgentWriting>();

    public static async Task<WritingHouse> OpenAsync(Action<LanguageModelOptions>? more = null, bool hasModel = true) =>
        new(await LanguageModelStandIn.StartAsync(Cancel), more, hasModel);

    /// <summary>What is written to a question about returns.</summary>
    public Task<GroundedAnswer?> AskAsync(string says, string question = "How long can I return things?", string conversation = "c1", Action? released = null)
    {
        Model.Answer = says;
        return Answers.WriteAsync(new GroundedQuestion(conversation, question, "en"), [Returns, Delivery], released, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }
}
