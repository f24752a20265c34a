using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Identity;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Shop.Identity;

public sealed class CustomerTokensTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly IdentityOptions _options = new()
    {
        Keys = { [ShopSignature.KeyId] = new IdentityKey { Secret = Convert.ToBase64String(ShopSignature.Secret) } },
    };

    [Fact]
    public async Task A_good_token_says_who_the_customer_is()
    {
        var good = Assert.IsType<IdentityReading.Good>(await ReadAsync(ShopSignature.Token(new
        {
            sub = "7",
            email = "anna@example.com",
            phone = "+48600100200",
            name = "Anna\u202e Lis",
            aud = "warmline",
            exp = In(10),
        })));

        Assert.Equal(new ShopCustomer("7", "anna@example.com", "+48600100200", "Anna Lis"), good.Customer);
        Assert.Equal(_clock.GetUtcNow().UtcDateTime.AddMinutes(10), good.Until);
    }

    [Fact]
    public async Task Audiences_may_be_several_and_nobody_but_the_sub_is_needed()
    {
        Assert.IsType<IdentityReading.Good>(await ReadAsync(ShopSignature.Token(new { sub = "7", aud = new[] { "shop", "warmline" }, exp = In(60) })));
    }

    [Fact]
    public async Task What_is_not_signed_by_the_shop_for_us_says_nothing()
    {
        var claims = new { sub = "7", aud = "warmline", exp = In(10) };
        var good = ShopSignature.Token(claims);
        string[] foreign =
        [
            "", "x", "a.b.c", new string('x', 5000),
            ShopSignature.Token(claims, secret: new byte[32]),
            ShopSignature.Token(claims, keyId: "unknown"),
            ShopSignature.Token(claims, keyId: ""),
            ShopSignature.Token(claims, alg: "none"),
            ShopSignature.Token(claims, alg: "HS512"),
            ShopSignature.Token(new { sub = "7", aud = "directline", exp = In(10) }),
            ShopSignature.Token(new { sub = "7", exp = In(10) }),
            good[..^4] + "AAAA",
            good.Split('.')[0] + "." + ShopSignature.Token(new { sub = "8", aud = "warmline", exp = In(10) }).Split('.')[1] + "." + good.Split('.')[2],
        ];

        foreach (var token in foreign)
        {
            Assert.Equal(new IdentityReading.Refused(IdentityFault.Foreign), await ReadAsync(token));
        }
    }

    [Fact]
    public async Task A_token_lives_an_hour_at_most_and_not_a_second_longer()
    {
        var token = ShopSignature.Token(new { sub = "7", aud = "warmline", exp = In(10) });
        _clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.IsType<IdentityReading.Good>(await ReadAsync(token));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new IdentityReading.Refused(IdentityFault.Expired), await ReadAsync(token));
        Assert.Equal(new IdentityReading.Refused(IdentityFault.LivesTooLong), await ReadAsync(ShopSignature.Token(new { sub = "7", aud = "warmline", exp = In(62) })));
        Assert.Equal(new IdentityReading.Refused(IdentityFault.Malformed), await ReadAsync(ShopSignature.Token(new { sub = "7", aud = "warmline" })));
        Assert.Equal(new IdentityReading.Refused(IdentityFault.Malformed), await ReadAsync(ShopSignature.Token(new { sub = " ", aud = "warmline", exp = In(10) })));
        Assert.Equal(new IdentityReading.Refused(IdentityFault.Malformed), await ReadAsync(ShopSignature.Token(new { sub = "7", aud = "warmline", exp = long.MaxValue })));
        Assert.Equal(new IdentityReading.Refused(IdentityFault.Expired), await ReadAsync(ShopSignature.Token(new { sub = "7", aud = "warmline", exp = In(20), nbf = In(5) })));
    }

    [Fact]
    public async Task Keys_are_changed_without_a_gap()
    {
        var next = new byte[32];
        next[0] = 1;
        _options.Keys["2026-12"] = new IdentityKey { Secret = Convert.ToBase64String(next) };
        _options.Keys[ShopSignature.KeyId].Until = _clock.GetUtcNow().AddMinutes(30);
        var claims = new { sub = "7", aud = "warmline", exp = In(60) };

        Assert.IsType<IdentityReading.Good>(await ReadAsync(ShopSignature.Token(claims)));
        Assert.IsType<IdentityReading.Good>(await ReadAsync(ShopSignature.Token(claims, "2026-12", next)));
        Assert.IsType<IdentityReading.Refused>(await ReadAsync(ShopSignature.Token(claims, "2026-12")));
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.IsType<IdentityReading.Refused>(await ReadAsync(ShopSignature.Token(claims)));
        Assert.IsType<IdentityReading.Good>(await ReadAsync(ShopSignature.Token(claims, "2026-12", next)));
    }

    [Theory, InlineData(""), InlineData("c2hvcnQ="), InlineData("not base64, but long enough to be one, at a glance")]
    public void A_weak_key_stops_the_start_and_is_not_shown(string secret)
    {
        var result = new IdentityCheck().Validate(null, new IdentityOptions { Keys = { ["a"] = new IdentityKey { Secret = secret } } });

        Assert.True(result.Failed);
        Assert.DoesNotContain(secret.Length > 0 ? secret : "\0", result.FailureMessage, StringComparison.Ordinal);
    }

    private long In(int minutes) => ShopSignature.In(TimeSpan.FromMinutes(minutes), _clock);

    private Task<IdentityReading> ReadAsync(string token)
    {
        var monitor = new Mock<IOptionsMonitor<IdentityOptions>>();
        monitor.SetupGet(options => options.CurrentValue).Returns(_options);
        return new CustomerTokens(monitor.Object, _clock).ReadAsync(token);
    }
}
