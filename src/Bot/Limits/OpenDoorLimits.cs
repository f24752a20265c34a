using System.Net;
using System.Threading.RateLimiting;
using BotFramework.DirectLine;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Limits;

/// <summary>The limits of the open endpoints: one per visitor and one per address, on ASP.NET Core's rate limiter.</summary>
internal sealed class OpenDoorLimits(IOptions<LimitsOptions> options, DirectLineSites sites) : IConfigureOptions<RateLimiterOptions>
{
    // However many visitors and addresses somebody invents, there are no more partitions than this.
    // Two who meet in one share what one has; the keys are salted, so nobody can aim at somebody else's.
    private const int MostVisitors = 1 << 18;
    public const int MostAddresses = 1 << 16;

    public void Configure(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = TooMany.AnswerAsync;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, (Wish, int)>(PerVisitor),
            PartitionedRateLimiter.Create<HttpContext, (Wish, int)>(PerAddress));
    }

    private RateLimitPartition<(Wish, int)> PerVisitor(HttpContext http)
    {
        var limits = options.Value;
        var wish = Visit.WishOf(http.Request);
        if (wish == Wish.Other || Visit.VisitorOf(http) is not { } visitor || sites.HasSecret(http.Request))
        {
            return RateLimitPartition.GetNoLimiter<(Wish, int)>((Wish.Other, 0));
        }

        var key = (wish, Salted.Number(visitor, MostVisitors));
        return wish switch
        {
            Wish.Post => Of(key, limits.PostsPerVisitor),
            Wish.Poll => Of(key, limits.PollsPerVisitor),
            Wish.File => Of(key, limits.FilesPerVisitor),
            _ => RateLimitPartition.GetNoLimiter(key),
        };
    }

    private RateLimitPartition<(Wish, int)> PerAddress(HttpContext http)
    {
        var limits = options.Value;
        var wish = Visit.WishOf(http.Request);
        if (wish == Wish.Other || http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address) || sites.HasSecret(http.Request))
        {
            // Of this machine's own address nobody knows who is behind it: a proxy that is not named, or the one who runs it.
            return RateLimitPartition.GetNoLimiter<(Wish, int)>((Wish.Other, 0));
        }

        var key = (wish, Salted.Number(address, MostAddresses));
        return wish switch
        {
            Wish.Session => Of(key, limits.SessionsPerAddress),
            Wish.Post => Of(key, limits.PostsPerAddress),
            Wish.Poll => Of(key, limits.PollsPerAddress),
            Wish.File => Of(key, limits.FilesPerAddress),
            _ => RateLimitPartition.GetNoLimiter(key),
        };
    }

    private static RateLimitPartition<(Wish, int)> Of((Wish, int) key, Allowance allowance) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(allowance, (allowance.PerMinute + 59) / 60));

    // About once a second, or as often as there is one to give.
    private static TokenBucketRateLimiterOptions Bucket(Allowance allowance, int tokens) => new()
    {
        TokenLimit = allowance.AtOnce,
        TokensPerPeriod = tokens,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) * tokens / allowance.PerMinute,
        QueueLimit = 0,
    };
}
