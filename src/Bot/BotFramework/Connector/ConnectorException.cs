using System.Net;

namespace BotFramework.Connector;

/// <summary>What is known of a failed call's effect.</summary>
public enum ConnectorOutcome
{
    /// <summary>The channel surely did nothing (busy, not reached, not allowed): the same call may be made again.</summary>
    NothingWritten,

    /// <summary>The channel refused; the same call will be refused again.</summary>
    Refused,

    /// <summary>The channel failed over it; probably nothing was written.</summary>
    ServerFailed,

    /// <summary>The answer was lost: it may have been written.</summary>
    Unknown,
}

/// <summary>A call to a channel failed. Carries no message text and no token.</summary>
public sealed class ConnectorException : Exception
{
    /// <summary>The code when the service URL is not one the bot may call; nothing was sent.</summary>
    public const string ServiceHostNotAllowed = nameof(ServiceHostNotAllowed);

    public ConnectorException(ConnectorOutcome outcome, string errorCode, string message, Exception? inner = null)
        : base($"{errorCode}: {message}", inner) => (Outcome, ErrorCode) = (outcome, errorCode);

    /// <summary>What is known of the effect.</summary>
    public ConnectorOutcome Outcome { get; }

    /// <summary>The channel's own code when it gave one, such as <c>ConversationNotFound</c>.</summary>
    public string ErrorCode { get; }

    /// <summary>The HTTP status, when an answer began.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long the channel asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
