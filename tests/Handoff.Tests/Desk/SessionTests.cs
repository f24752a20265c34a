using Warmline.Handoff.Agents;
using static Warmline.Handoff.Tests.Desk.DeskHouse;

namespace Warmline.Handoff.Tests.Desk;

public sealed class SessionTests
{
    [Fact]
    public async Task Stranger_is_led_to_the_sign_in_page_and_back_after_it()
    {
        await using var house = await DeskHouse.OpenAsync();
        await house.SignedInAsync("ola", StaffRoles.Agent);
        var browser = house.NewBrowser();

        Assert.Equal("/desk/sign-in?to=%2Fdesk%2Fc%2Fabc", await browser.LeadsToAsync("/desk/c/abc"));
        Assert.Equal("/desk/c/abc", Browser.PathOf(await browser.SignInAsync("ola", "a good long one", "/desk/c/abc")));
        Assert.Equal("200", await browser.LeadsToAsync("/desk"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Sign_in_never_leads_out_of_the_house(string to)
    {
        await using var house = await DeskHouse.OpenAsync();
        await house.SignedInAsync("ola", StaffRoles.Agent);

        Assert.Equal("/desk", Browser.PathOf(await house.NewBrowser().SignInAsync("ola", "a good long one", to)));
    }

    [Fact]
    public async Task Wrong_and_unknown_get_the_same_answer()
    {
        await using var house = await DeskHouse.OpenAsync();
        await house.SignedInAsync("ola", StaffRoles.Agent);
        var browser = house.NewBrowser();

        Assert.Equal("/desk/sign-in?problem=wrong", Browser.PathOf(await browser.SignInAsync("ola", "not this one")));
        Assert.Equal("/desk/sign-in?problem=wrong", Browser.PathOf(await browser.SignInAsync("nobody", "not this one")));
        Assert.Equal("/desk/sign-in", (await browser.LeadsToAsync("/desk")).Split('?')[0]);
    }

    [Fact]
    public async Task One_time_password_opens_nothing_but_the_page_to_change_it()
    {
        await using var house = await DeskHouse.OpenAsync();
        var oneTime = (AccountResult.OneTimePassword)await house.Accounts.InviteAsync("ola", "Ola", StaffRoles.Admin, HandoffHouse.Cancel);
        var browser = house.NewBrowser();

        Assert.Equal("/desk/change-password", Browser.PathOf(await browser.SignInAsync("ola", oneTime.Password)));
        Assert.Equal("/desk/change-password", await browser.LeadsToAsync("/desk"));
        Assert.Equal("/desk/change-password", await browser.LeadsToAsync("/desk/staff"));
    }

    [Fact]
    public async Task A_mistyped_and_a_first_password_lead_on_to_where_somebody_wanted_to_go()
    {
        await using var house = await DeskHouse.OpenAsync();
        var oneTime = (AccountResult.OneTimePassword)await house.Accounts.InviteAsync("ola", "Ola", StaffRoles.Agent, HandoffHouse.Cancel);
        var browser = house.NewBrowser();

        Assert.Equal("/desk/sign-in?problem=wrong&to=%2Fdesk%2Fc%2Fabc", Browser.PathOf(await browser.SignInAsync("ola", "not this one", "/desk/c/abc")));
        Assert.Equal("/desk/change-password?to=%2Fdesk%2Fc%2Fabc", Browser.PathOf(await browser.SignInAsync("ola", oneTime.Password, "/desk/c/abc")));
        var changed = await browser.PostAsync("/desk/change-password", "/desk/session/password", new()
        {
            ["old"] = oneTime.Password,
            ["chosen"] = "a good long one",
            ["again"] = "a good long one",
            ["to"] = "/desk/c/abc",
        });
        Assert.Equal("/desk/c/abc", Browser.PathOf(changed));
    }

    [Fact]
    public async Task Post_without_the_forms_token_does_nothing()
    {
        await using var house = await DeskHouse.OpenAsync();
        await house.SignedInAsync("ola", StaffRoles.Agent);
        var browser = house.NewBrowser();

        var answer = await browser.PostBareAsync("/desk/session", new() { ["name"] = "ola", ["password"] = "a good long one" });

        Assert.Equal("/desk/sign-in?problem=stale", Browser.PathOf(answer));
        Assert.Equal("/desk/sign-in?to=%2Fdesk", await browser.LeadsToAsync("/desk"));
    }

    [Fact]
    public async Task Deactivated_person_loses_every_page_at_once()
    {
        await using var house = await DeskHouse.OpenAsync();
        var browser = await house.SignedInAsync("ola", StaffRoles.Agent);
        Assert.Equal("200", await browser.LeadsToAsync("/desk"));

        await house.Accounts.DeactivateAsync(await house.IdOfAsync("ola"), HandoffHouse.Cancel);

        Assert.Equal("/desk/sign-in?to=%2Fdesk", await browser.LeadsToAsync("/desk"));
    }

    [Fact]
    public async Task Changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var house = await DeskHouse.OpenAsync();
        var here = await house.SignedInAsync("ola", StaffRoles.Agent);
        var elsewhere = house.NewBrowser();
        await elsewhere.SignInAsync("ola", "a good long one");

        await here.PostAsync("/desk/change-password", "/desk/session/password", new()
        {
            ["old"] = "a good long one",
            ["chosen"] = "another long one",
            ["again"] = "another long one",
        });

        Assert.Equal("200", await here.LeadsToAsync("/desk"));
        Assert.Equal("/desk/sign-in?to=%2Fdesk", await elsewhere.LeadsToAsync("/desk"));
    }

    [Fact]
    public async Task Editor_alone_does_not_see_the_desk_and_only_an_admin_sees_the_staff()
    {
        await using var house = await DeskHouse.OpenAsync();
        var editor = await house.SignedInAsync("ed", StaffRoles.Editor);
        var agent = await house.SignedInAsync("ola", StaffRoles.Agent);
        var admin = await house.SignedInAsync("boss", StaffRoles.Admin);

        Assert.Equal("/desk/no-access", await editor.LeadsToAsync("/desk"));
        Assert.Equal("/desk/no-access", await agent.LeadsToAsync("/desk/staff"));
        Assert.Equal("200", await admin.LeadsToAsync("/desk/staff"));
    }

    [Fact]
    public async Task Sign_out_ends_the_session()
    {
        await using var house = await DeskHouse.OpenAsync();
        var browser = await house.SignedInAsync("ola", StaffRoles.Agent);

        await browser.PostAsync("/desk", "/desk/session/end", []);

        Assert.Equal("/desk/sign-in?to=%2Fdesk", await browser.LeadsToAsync("/desk"));
    }

    [Fact]
    public async Task Many_tries_from_one_address_are_put_off()
    {
        await using var house = await DeskHouse.OpenAsync();
        var browser = house.NewBrowser();

        var answers = new List<string>();
        for (var n = 0; n <= Warmline.Handoff.Desk.SignInLimiter.PerMinute; n++)
        {
            answers.Add(Browser.PathOf(await browser.SignInAsync($"nobody{n}", "guess guess")));
        }

        Assert.Equal("/desk/sign-in?problem=wrong", answers[0]);
        Assert.Equal("/desk/sign-in?problem=slow_down", answers[^1]);
    }

    [Fact]
    public async Task Language_is_the_browsers_until_the_account_has_chosen_one()
    {
        await using var house = await DeskHouse.OpenAsync();
        var browser = await house.SignedInAsync("ola", StaffRoles.Agent);
        var signIn = await (await house.NewBrowser().GetAsync("/desk/sign-in", "pl-PL,pl;q=0.9")).Content.ReadAsStringAsync(HandoffHouse.Cancel);

        await browser.PostAsync("/desk", "/desk/session/language", new() { ["language"] = "fa", ["to"] = "/desk" });
        var desk = await (await browser.GetAsync("/desk")).Content.ReadAsStringAsync(HandoffHouse.Cancel);

        Assert.Contains("<html lang=\"pl\" dir=\"ltr\">", signIn, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_may_run_only_our_scripts_and_stand_in_no_frame()
    {
        await using var house = await DeskHouse.OpenAsync();

        var policy = Assert.Single((await house.NewBrowser().GetAsync("/desk/sign-in")).Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_from_an_address_are_never_shown()
    {
        await using var house = await DeskHouse.OpenAsync();

        var page = await (await house.NewBrowser().GetAsync("/desk/sign-in?problem=Call+this+number")).Content.ReadAsStringAsync(HandoffHouse.Cancel);

        Assert.DoesNotContain("Call this number", page, StringComparison.Ordinal);
    }
}
