using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Warmline.Bot.Hosting;
using Warmline.Handoff.Policy;

namespace Warmline.Bot.Tests.House;

/// <summary>The settings file shows the defaults; where it says something else, it decides without anybody having chosen so.</summary>
public sealed class SettingsFileTests
{
    [Fact]
    public void The_policy_that_is_shipped_is_the_one_the_code_describes()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "src", "Bot", "appsettings.json")).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(file).AddPolicySettings().BuildServiceProvider();

        Assert.Equivalent(new PolicyOptions(), services.GetRequiredService<IOptions<PolicyOptions>>().Value, strict: true);
    }
}
