using System.Globalization;
using System.Net;
using System.Text.Json;
using BotFramework.Connector;
using BotFramework.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotFramework.Authentication;

/// <summary>Gets one token from where the bot is registered, with a few tries.</summary>
internal sealed class TokenEndpoint(BotHttp http, IOptions<BotFrameworkOptions> options, TimeProvider time, ILogger<TokenEndpoint> logger)
{
    private const int Tries = 3;
    private readonly TokenRequests _requests = new(options.Value, time);

    internal async Task<(string Token, TimeSpan Lasts)> FetchAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOnceAsync();
            }
            catch (HttpRequestException failure) when (attempt < Tries && MayPass(failure.StatusCode))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500 * attempt), time);
            }
            catch (Exception exception)
            {
                BotFrameworkLog.NoAccessToken(logger, exception);
                throw new ConnectorException(ConnectorOutcome.NothingWritten, "NoAccessToken", "The bot could not get its token.", exception);
            }
        }
    }

    private static bool MayPass(HttpStatusCode? status) => status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private async Task<(string Token, TimeSpan Lasts)> TryOnceAsync()
    {
        using var request = _requests.Create();
        using var response = await http.Login.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode)
        {
            // The error's name only: its description holds ids.
            throw new HttpRequestException($"The token endpoint answered {(int)response.StatusCode} ({ErrorName(body)}).", null, response.StatusCode);
        }

        var answer = JsonSerializer.Deserialize<JsonElement>(body);
        return (answer.GetProperty("access_token").GetString() ?? throw new JsonException("There is no access_token."), Lasts(answer));
    }

    // Seconds from now; App Service says when instead. Numbers come as strings too.
    private TimeSpan Lasts(JsonElement answer)
    {
        var seconds = Number(answer, "expires_in") ?? (Number(answer, "expires_on") - time.GetUtcNow().ToUnixTimeSeconds()) ?? 300;
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 24 * 3600));
    }

    private static long? Number(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string ErrorName(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body).GetProperty("error").GetString() is { Length: <= 50 } name ? name : "no name";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return "no name";
        }
    }
}
