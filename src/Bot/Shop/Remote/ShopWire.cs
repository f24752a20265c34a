using System.Net.Http.Headers;
using Polly;

namespace Warmline.Bot.Shop.Remote;

/// <summary>
/// The line to a shop's web interface: time limits, tries, a breaker, a size limit; no redirects. What goes wrong becomes
/// <see cref="ShopUnavailableException"/> (certainly nothing happened, or a read) or <see cref="AnswerLostException"/> (a write that may have happened).
/// </summary>
internal sealed class ShopWire
{
    public const string ClientName = "shop";

    private readonly IHttpClientFactory _clients;
    private readonly ShopLimits _limits;
    private readonly Uri _base;
    private readonly AuthenticationHeaderValue _key;
    private readonly ResiliencePipeline<WireAnswer> _repeating;
    private readonly ResiliencePipeline<WireAnswer> _once;

    public ShopWire(IHttpClientFactory clients, Uri address, AuthenticationHeaderValue key, ShopLimits limits, TimeProvider time)
    {
        (_clients, _limits, _base, _key) = (clients, limits, address, key);
        _once = WirePatience.Guarded(limits, time);
        _repeating = WirePatience.Repeating(limits, _once, time);
    }

    /// <summary>Reads; tried again where that may help.</summary>
    /// <exception cref="ShopUnavailableException">No answer, or one that is no answer (500, 401, a redirect, too large).</exception>
    public async Task<WireAnswer> AskAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        try
        {
            return Usable(await _repeating.ExecuteAsync(cancel => TryAsync(request, cancel), cancellationToken));
        }
        catch (Exception e) when (WirePatience.IsTrouble(e, cancellationToken))
        {
            throw new ShopUnavailableException($"The shop's system does not answer ({e.GetType().Name}).", e);
        }
    }

    /// <summary>Writes. <paramref name="mayRepeat"/>: sending it twice does the same as once.</summary>
    /// <exception cref="ShopUnavailableException">It did certainly not happen.</exception>
    /// <exception cref="AnswerLostException">It may have happened.</exception>
    public async Task<WireAnswer> TellAsync(Func<HttpRequestMessage> request, bool mayRepeat, CancellationToken cancellationToken)
    {
        // Of several tries an early one may have done it: then no later one, however clear, says that nothing happened.
        var mayHaveHappened = false;
        try
        {
            var answer = await (mayRepeat ? _repeating : _once).ExecuteAsync(NotingAsync, cancellationToken);
            return IsLost(answer) || (mayHaveHappened && !IsUsable(answer)) ? throw new AnswerLostException(null) : Usable(answer);
        }
        catch (Exception e) when (WirePatience.NeverArrived(e) && !mayHaveHappened)
        {
            throw new ShopUnavailableException($"The shop's system was not reached ({e.GetType().Name}).", e);
        }
        catch (Exception e) when (WirePatience.IsTrouble(e, cancellationToken))
        {
            throw new AnswerLostException(e);
        }

        async ValueTask<WireAnswer> NotingAsync(CancellationToken cancel)
        {
            try
            {
                var answer = await TryAsync(request, cancel);
                mayHaveHappened |= IsLost(answer);
                return answer;
            }
            catch (Exception e) when (!WirePatience.NeverArrived(e))
            {
                mayHaveHappened = true;
                throw;
            }
        }
    }

    private async ValueTask<WireAnswer> TryAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var request = make();
        request.RequestUri = new Uri(_base, request.RequestUri!);
        request.Headers.Authorization = _key;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await _clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new WireAnswer((int)response.StatusCode, await BodyAsync(response.Content, cancellationToken))
        {
            RetryAfter = response.Headers.RetryAfter?.Delta,
            Pages = Number(response, "X-WP-TotalPages"),
            Total = Number(response, "X-WP-Total"),
        };
    }

    private async Task<byte[]> BodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (var read = 1; read > 0 && body.Length <= _limits.LargestAnswer;)
        {
            read = await stream.ReadAsync(buffer, cancellationToken);
            body.Write(buffer, 0, read);
        }

        return body.Length <= _limits.LargestAnswer ? body.ToArray() : throw new AnswerTooLargeException();
    }

    private static bool IsLost(WireAnswer answer) => answer.Status is >= 500 or 408;

    private static bool IsUsable(WireAnswer answer) => answer.Status is >= 200 and < 300 or 400 or 404 or 409 or 410 or 422;

    private static WireAnswer Usable(WireAnswer answer) => IsUsable(answer)
        ? answer
        : throw new ShopUnavailableException($"The shop's system answered {answer.Status}.");

    private static int? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && int.TryParse(values.First(), out var number) && number >= 0 ? number : null;
}

/// <summary>An answer that came whole.</summary>
internal sealed record WireAnswer(int Status, byte[] Body)
{
    public TimeSpan? RetryAfter { get; init; }

    public int? Pages { get; init; }

    public int? Total { get; init; }

    public bool IsGood => Status is >= 200 and < 300;

    public bool IsMissing => Status is 404 or 410;
}

/// <summary>A write was sent, and nobody knows what became of it.</summary>
internal sealed class AnswerLostException(Exception? inner) : Exception("The answer got lost.", inner);

internal sealed class AnswerTooLargeException() : Exception("The answer is too large.");
