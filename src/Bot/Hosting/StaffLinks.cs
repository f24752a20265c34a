using System.Globalization;
using System.Resources;
using Warmline.Handoff;
using Warmline.Knowledge;

namespace Warmline.Bot.Hosting;

/// <summary>The way from the desk to the articles and back: the two modules do not know each other.</summary>
internal static class StaffLinks
{
    private static readonly ResourceManager Titles = new("Warmline.Bot.Hosting.StaffLinks", typeof(StaffLinks).Assembly);

    public static IServiceCollection AddStaffLinks(this IServiceCollection services)
    {
        services.Configure<HandoffOptions>(desk => desk.Links.Add(new DeskLink("knowledge", language => Title("Knowledge", language), ["editor", "admin"])));
        string[] agents = ["agent", "supervisor", "admin"];
        services.Configure<KnowledgeOptions>(editor =>
        {
            editor.Links.Add(new StaffLink("desk", language => Title("Desk", language), agents));
            editor.Session = new StaffSession("desk/session/language", "desk/session/end", "desk/change-password");
            editor.Transcripts = new StaffLink("desk/c/", language => Title("Desk", language), agents);
        });
        return services;
    }

    private static string Title(string page, string language) => Titles.GetString(page, CultureInfo.GetCultureInfo(language))!;
}
