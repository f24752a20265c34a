using Microsoft.AspNetCore.Components.Authorization;
using Warmline.Handoff.Agents;

namespace Warmline.Handoff.Desk;

/// <summary>Who sits at this open page. Asked before everything the page reads or does.</summary>
internal sealed class DeskSession(StaffAccess access, AuthenticationStateProvider authentication, TimeProvider time)
{
    public StaffAccount? Me { get; private set; }

    public DeskTexts Texts { get; private set; } = new("en");

    public DeskClock Clock { get; } = new(time);

    /// <summary>The agent, if the account may still see conversations at this moment.</summary>
    public async Task<Agent> RequireAsync(CancellationToken cancellationToken = default)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        Me = await access.FindAtDeskAsync(user, cancellationToken) ?? throw new SessionEndedException();
        Use(Me.Language);
        return new Agent(Me.Id, Me.DisplayName);
    }

    /// <summary>The admin, if the account still is one at this moment.</summary>
    public async Task RequireAdminAsync(CancellationToken cancellationToken = default)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        Me = await access.FindAdminAsync(user, cancellationToken) ?? throw new SessionEndedException();
        Use(Me.Language);
    }

    private void Use(string language) => Texts = Texts.Language == language ? Texts : new DeskTexts(language);
}

/// <summary>The account behind an open page was deactivated, reset or given other roles.</summary>
internal sealed class SessionEndedException() : Exception("The staff session has ended.");
