namespace BotFramework.Schema;

/// <summary>How the protocol says no: <c>code</c> is stable, <c>message</c> is for a developer.</summary>
public sealed record ErrorResponse(Error Error)
{
    public static ErrorResponse Of(string code, string message) => new(new Error(code, message));
}

/// <summary>The inside of an <see cref="ErrorResponse"/>.</summary>
public sealed record Error(string Code, string Message);
