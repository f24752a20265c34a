using Microsoft.AspNetCore.Http;

namespace BotFramework.DirectLine;

/// <summary>Port: how many streams may be open. A host without one opens as many as are asked for.</summary>
public interface IStreamLimit
{
    /// <summary>A place for one more, given back by disposing of it; null when there is none.</summary>
    IDisposable? TryEnter(HttpContext http, string conversationId);
}
