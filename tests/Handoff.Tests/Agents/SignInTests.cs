using Warmline.Handoff.Agents;

namespace Warmline.Handoff.Tests.Agents;

public sealed class SignInTests
{
    [Fact]
    public async Task First_start_makes_an_admin_whose_password_must_be_changed()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);

        var oneTime = await house.Services.EnsureFirstAdminAsync(HandoffHouse.Cancel);

        var signedIn = Assert.IsType<SignInResult.MustChange>(await staff.SignInAsync("admin", oneTime!));
        Assert.True(StaffPrincipal.MustChangePassword(signedIn.Principal));
        Assert.False(signedIn.Principal.IsInRole(StaffRole.Admin));
    }

    [Fact]
    public async Task Second_start_makes_nothing_and_shows_nothing()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.Services.EnsureFirstAdminAsync(HandoffHouse.Cancel);

        Assert.Null(await house.Services.EnsureFirstAdminAsync(HandoffHouse.Cancel));
    }

    [Fact]
    public async Task First_admin_who_never_came_gets_a_new_password_when_the_old_one_has_expired()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var old = await house.Services.EnsureFirstAdminAsync(HandoffHouse.Cancel);
        house.Clock.Advance(TimeSpan.FromDays(8));

        var renewed = await house.Services.EnsureFirstAdminAsync(HandoffHouse.Cancel);

        Assert.IsType<SignInResult.Wrong>(await new Staff(house).SignInAsync("admin", old!));
        Assert.IsType<SignInResult.MustChange>(await new Staff(house).SignInAsync("admin", renewed!));
    }

    [Fact]
    public async Task Name_counts_whatever_its_case()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("ola");

        Assert.IsType<SignInResult.Ok>(await staff.SignInAsync(" OLA ", Staff.Password));
    }

    [Fact]
    public async Task Wrong_unknown_deactivated_and_expired_answer_alike()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("ola");
        await staff.HireAsync("left");
        var oneTime = await staff.InviteAsync("late");
        await staff.Accounts.DeactivateAsync((await staff.FindAsync("left")).Id, HandoffHouse.Cancel);
        house.Clock.Advance(TimeSpan.FromDays(7));

        Assert.IsType<SignInResult.Wrong>(await staff.SignInAsync("ola", "something else"));
        Assert.IsType<SignInResult.Wrong>(await staff.SignInAsync("nobody", Staff.Password));
        Assert.IsType<SignInResult.Wrong>(await staff.SignInAsync("left", Staff.Password));
        Assert.IsType<SignInResult.Wrong>(await staff.SignInAsync("late", oneTime));
    }

    [Fact]
    public async Task Ten_wrong_tries_lock_the_account_for_a_quarter_of_an_hour_even_for_the_right_password()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("ola");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => staff.SignInAsync("ola", $"guess {n}")));
        var locked = await staff.SignInAsync("ola", Staff.Password);
        house.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.IsType<SignInResult.Locked>(locked);
        Assert.IsType<SignInResult.Ok>(await staff.SignInAsync("ola", Staff.Password));
    }

    [Fact]
    public async Task Right_password_forgives_the_wrong_ones_before()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        await staff.HireAsync("ola");
        await staff.SignInAsync("ola", "a wrong one");

        await staff.SignInAsync("ola", Staff.Password);

        Assert.Equal(0, (await staff.FindAsync("ola")).FailedAttempts);
    }

    [Theory]
    [InlineData("short", nameof(PasswordFault.TooShort))]
    [InlineData("Aleksandra", nameof(PasswordFault.IsUserName))]
    public async Task Bad_new_password_is_refused_and_the_old_one_stays(string chosen, string fault)
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var session = await staff.HireAsync("aleksandra");

        var result = await staff.Door.ChangePasswordAsync(StaffPrincipal.IdOf(session)!, Staff.Password, chosen, HandoffHouse.Cancel);

        Assert.Equal(fault, Assert.IsType<ChangeResult.BadPassword>(result).Fault.ToString());
        Assert.IsType<SignInResult.Ok>(await staff.SignInAsync("aleksandra", Staff.Password));
    }

    [Fact]
    public async Task One_time_password_can_not_be_chosen_again()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var staff = new Staff(house);
        var oneTime = await staff.InviteAsync("ola");
        var id = (await staff.FindAsync("ola")).Id;

        Assert.IsType<ChangeResult.SameAsBefore>(await staff.Door.ChangePasswordAsync(id, oneTime, oneTime, HandoffHouse.Cancel));
    }
}
