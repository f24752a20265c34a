using System.Text;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop.Returns;

public sealed class ReturnRulesFileTests
{
    private const string Base = "\"windowDays\": 14, \"refundDays\": 7, \"returnShippingPaidBy\": \"shop\", \"exclusions\": {\"en\": [], \"pl\": [], \"ru\": [], \"fa\": []}";

    [Theory]
    [InlineData("\"rules\": [{\"windowDays\": 3}]", "rules[0]")]
    [InlineData("\"rules\": [{\"country\": \"Poland\"}]", "rules[0].country")]
    [InlineData("\"rules\": [{\"category\": \"x\", \"windowDays\": -3}]", "rules[0].windowDays")]
    [InlineData("\"rules\": [{\"category\": \"x\", \"days\": 3}]", "rules[0]")]
    [InlineData("\"excluded\": [\"everything\"]", "$.excluded[0]")]
    [InlineData("\"warrantyYears\": 200", "warrantyYears")]
    [InlineData("\"refunds\": {\"to\": []}", "refunds.to")]
    [InlineData("\"refunds\": {\"otherwise\": {\"fromDays\": 7, \"toDays\": 5}}", "refunds.otherwise")]
    [InlineData("\"cancel\": {\"from\": [\"Shipped\"]}", "cancel.from")]
    [InlineData("\"cancel\": {\"from\": [\"Gone\"]}", "$.cancel.from[0]")]
    [InlineData("\"changeAddress\": {\"from\": [\"Delivered\"]}", "changeAddress.from")]
    [InlineData("\"return\": {\"from\": [\"Shipped\"]}", "return.from")]
    [InlineData("\"return\": {}", "$.return")]
    [InlineData("\"windowDays\": 15", "windowDays")]
    public void A_rule_that_would_be_a_wrong_promise_is_refused_by_line_and_field(string more, string field)
    {
        var e = Assert.Throws<InvalidDataException>(() => Parse(more));

        Assert.Contains(field, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_of_the_readme_is_understood()
    {
        var readme = File.ReadAllText(ShopFixture.Readme);
        var start = readme.IndexOf("```jsonc", StringComparison.Ordinal) + "```jsonc".Length;
        var policy = ReturnPolicy.Parse(Encoding.UTF8.GetBytes(readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]));

        Assert.Equal((30, 2, true), (policy.WindowDays, policy.Rules.Count, policy.Excluded.Contains(Exclusion.OnSale)));
        Assert.True(policy.Refunds.For(PaymentKind.GiftCard, RefundTo.OriginalPayment)!.IsAtOnce);
        Assert.Equal(new RefundTime(5, 7) { BusinessDays = true }, policy.Refunds.For(PaymentKind.Card, RefundTo.OriginalPayment));
    }

    [Fact]
    public void Without_a_last_day_or_a_warranty_articles_have_no_number_for_it()
    {
        var values = Parse("\"warrantyYears\": 0").Placeholders();
        Assert.False(values.ContainsKey("returns.warrantyYears"));
        var open = ReturnPolicy.Parse(Encoding.UTF8.GetBytes("{" + Base.Replace("14", "null", StringComparison.Ordinal).Replace("\"shop\"", "null", StringComparison.Ordinal) + "}")).Placeholders();
        Assert.False(open.ContainsKey("returns.windowDays"));
        Assert.Equal(4, open.Where(value => value.Key.StartsWith("returns.shipping.", StringComparison.Ordinal)).Select(value => value.Value).Distinct().Count());
    }

    private static ReturnPolicy Parse(string more) => ReturnPolicy.Parse(Encoding.UTF8.GetBytes("{" + Base + ", " + more + "}"));
}
