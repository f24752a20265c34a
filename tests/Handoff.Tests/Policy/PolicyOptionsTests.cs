using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Tests.Policy;

public sealed class PolicyOptionsTests
{
    [Fact]
    public void Defaults_are_sensible() => Read(_ => { });

    [Fact]
    public void A_signal_of_the_shops_own_may_have_a_weight() => Assert.Equal(0.9, Read(o => o.Weights["asks_for_the_boss"] = 0.9).Weights["asks_for_the_boss"]);

    [Fact]
    public void An_offer_that_comes_after_the_handover_is_refused() =>
        Refuses("Warmline:Policy:OfferFrom", o => (o.OfferFrom, o.HandOverFrom) = (0.8, 0.7));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_weight_is_a_share(double weight) => Refuses("Warmline:Policy:Weights:anger", o => o.Weights["anger"] = weight);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_strength_is_a_share(double strength)
    {
        Refuses(nameof(PolicyOptions.ClearFrom), o => o.ClearFrom = strength);
        Refuses(nameof(PolicyOptions.Lasting), o => o.Lasting = strength);
        Refuses(nameof(PolicyOptions.HandOverFrom), o => o.HandOverFrom = strength);
    }

    [Fact]
    public void Nobody_is_handed_over_after_no_failure_at_all() => Refuses(nameof(PolicyOptions.FailuresToHandOver), o => o.FailuresToHandOver = 0);

    private static void Refuses(string named, Action<PolicyOptions> set) =>
        Assert.Contains(named, Assert.Throws<OptionsValidationException>(() => Read(set)).Message, StringComparison.Ordinal);

    private static PolicyOptions Read(Action<PolicyOptions> set)
    {
        using var services = new ServiceCollection().AddHandoff().Configure(set).BuildServiceProvider();
        return services.GetRequiredService<IOptions<PolicyOptions>>().Value;
    }
}
