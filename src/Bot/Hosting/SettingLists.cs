namespace Warmline.Bot.Hosting;

/// <summary>The binder adds to lists: a shop that names its own would keep the defaults too.</summary>
internal static class SettingLists
{
    /// <summary>Makes room for what is given; nothing given, the defaults stay.</summary>
    public static void MakeRoom(IList<string> defaults, IConfigurationSection given)
    {
        if (given.Exists())
        {
            defaults.Clear();
        }
    }
}
