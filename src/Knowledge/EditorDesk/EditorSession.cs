using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>Who sits at this open page. Asked before everything the page reads or does.</summary>
internal sealed class EditorSession(AuthenticationStateProvider authentication, IOptions<KnowledgeOptions> options)
{
    public EditorTexts Texts { get; private set; } = new("en");

    /// <summary>Conversations can be read somewhere, and by this editor.</summary>
    public bool ReadsTranscripts { get; private set; }

    /// <summary>The editor, if the account may still write at this moment.</summary>
    /// <exception cref="EditorLeftException">The account was deactivated, reset or given other roles.</exception>
    public async Task<Editor> RequireAsync(CancellationToken cancellationToken = default)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var editor = Of(user);
        if (!editor.MayWrite || !await options.Value.IsStillStaff(user, cancellationToken))
        {
            throw new EditorLeftException();
        }

        Texts = EditorTexts.For(user);
        ReadsTranscripts = options.Value.Transcripts is { } transcripts && transcripts.Roles.Intersect(editor.Roles).Any();
        return editor;
    }

    private static Editor Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(EditorDoor.IdClaim) ?? "", user.Identity?.Name ?? "", [.. user.FindAll(EditorDoor.RoleClaim).Select(claim => claim.Value)]);
}

/// <summary>The account behind an open page may no longer edit.</summary>
internal sealed class EditorLeftException() : Exception("The editor's session has ended.");
