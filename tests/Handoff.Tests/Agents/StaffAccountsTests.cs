using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Tests.Agents;

public sealed class StaffAccountsTests
{
    [Fact]
    public async Task Deactivated_agent_is_out_at_once_and_their_customer_waits_again()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var session = await staff.HireAsync("ola");
        var account = await staff.FindAsync("ola");
        var waiting = await house.WaitingAsync();
        await house.Agents.AcceptAsync(new Agent(account.Id, account.DisplayName), waiting.Id, HandoffHouse.Cancel);

        await staff.Accounts.DeactivateAsync(account.Id, HandoffHouse.Cancel);

        Assert.Null(await staff.Access.FindAtDeskAsync(session, HandoffHouse.Cancel));
        var view = await house.ViewAsync("c1");
        Assert.Equal(Owner.Queue, view.Conversation.Owner);
        Assert.Equal(QueueState.Requested, view.Item!.State);
    }

    [Fact]
    public async Task Open_pages_hear_that_their_session_ended()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("ola");
        var id = (await staff.FindAsync("ola")).Id;
        var heard = 0;
        using var listening = house.Services.GetRequiredService<ConversationBell>().Listen(StaffAccounts.Topic(id), _ => heard++);

        await staff.Accounts.ResetAsync(id, HandoffHouse.Cancel);

        Assert.Equal(1, heard);
    }

    [Fact]
    public async Task Reactivated_person_signs_in_again_but_the_old_session_stays_dead()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var session = await staff.HireAsync("ola");
        var id = (await staff.FindAsync("ola")).Id;
        await staff.Accounts.DeactivateAsync(id, HandoffHouse.Cancel);

        await staff.Accounts.ReactivateAsync(id, HandoffHouse.Cancel);

        Assert.Null(await staff.Access.FindAsync(session, HandoffHouse.Cancel));
        Assert.IsType<SignInResult.Ok>(await staff.SignInAsync("ola", Staff.Password));
    }

    [Fact]
    public async Task Last_active_admin_can_neither_be_deactivated_nor_lose_the_role()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("boss", StaffRoles.Admin);
        await staff.HireAsync("ola");
        var id = (await staff.FindAsync("boss")).Id;

        var deactivated = await staff.Accounts.DeactivateAsync(id, HandoffHouse.Cancel);
        var demoted = await staff.Accounts.SetRolesAsync(id, StaffRoles.Agent, HandoffHouse.Cancel);

        Assert.Equal(new AccountResult.Refused(AccountFault.LastAdmin), deactivated);
        Assert.Equal(new AccountResult.Refused(AccountFault.LastAdmin), demoted);
    }

    [Fact]
    public async Task Two_admins_who_deactivate_each_other_leave_one()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("one", StaffRoles.Admin);
        await staff.HireAsync("two", StaffRoles.Admin);
        var ids = (await staff.Accounts.ListAsync(HandoffHouse.Cancel)).Select(a => a.Id).ToList();

        await Task.WhenAll(ids.Select(id => staff.Accounts.DeactivateAsync(id, HandoffHouse.Cancel)));

        Assert.Single(await staff.Accounts.ListAsync(HandoffHouse.Cancel), a => a.Active);
    }

    [Fact]
    public async Task New_roles_end_the_session_and_a_reset_too()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var ola = await staff.HireAsync("ola");
        var ewa = await staff.HireAsync("ewa");

        await staff.Accounts.SetRolesAsync(StaffPrincipal.IdOf(ola)!, StaffRoles.Agent | StaffRoles.Supervisor, HandoffHouse.Cancel);
        await staff.Accounts.ResetAsync(StaffPrincipal.IdOf(ewa)!, HandoffHouse.Cancel);

        Assert.Null(await staff.Access.FindAsync(ola, HandoffHouse.Cancel));
        Assert.Null(await staff.Access.FindAsync(ewa, HandoffHouse.Cancel));
        Assert.IsType<SignInResult.Wrong>(await staff.SignInAsync("ewa", Staff.Password));
    }

    [Fact]
    public async Task Editor_alone_may_not_see_conversations()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var editor = await staff.HireAsync("ed", StaffRoles.Editor);
        var both = await staff.HireAsync("both", StaffRoles.Editor | StaffRoles.Agent);

        Assert.NotNull(await staff.Access.FindAsync(editor, HandoffHouse.Cancel));
        Assert.Null(await staff.Access.FindAtDeskAsync(editor, HandoffHouse.Cancel));
        Assert.NotNull(await staff.Access.FindAtDeskAsync(both, HandoffHouse.Cancel));
    }

    [Theory]
    [InlineData("OLA", "Ola", StaffRoles.Agent, AccountFault.NameTaken)]
    [InlineData("a b", "Ola", StaffRoles.Agent, AccountFault.BadUserName)]
    [InlineData("ewa", " ", StaffRoles.Agent, AccountFault.BadDisplayName)]
    [InlineData("ewa", "E\u0000wa", StaffRoles.Agent, AccountFault.BadDisplayName)]
    [InlineData("ewa", "Ewa", StaffRoles.None, AccountFault.NoRole)]
    internal async Task Bad_invitation_says_what_is_wrong(string name, string shown, StaffRoles roles, AccountFault fault)
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.InviteAsync("ola");

        Assert.Equal(new AccountResult.Refused(fault), await staff.Accounts.InviteAsync(name, shown, roles, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Password_is_nowhere_in_the_table()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var oneTime = await staff.InviteAsync("ola");

        Assert.DoesNotContain(oneTime, (await staff.FindAsync("ola")).PasswordHash, StringComparison.Ordinal);
    }
}
