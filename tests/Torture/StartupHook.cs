/// <summary>
/// The runtime calls this in the server's process before <c>Main</c> (DOTNET_STARTUP_HOOKS). Being loaded is all it is for: then
/// ASPNETCORE_HOSTINGSTARTUPASSEMBLIES finds <see cref="Warmline.Torture.InServer.DeskDoorStartup"/>. The product itself is the built one, unchanged.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
    }
}
