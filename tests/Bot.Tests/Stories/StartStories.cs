using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Data;

namespace Warmline.Bot.Tests.Stories;

public sealed class StartStories : IDisposable
{
    private readonly DirectoryInfo _folder = WarmlineApplication.NewFolder();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_taken_port_is_told_in_a_plain_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await RefusesAsync("is taken by another program", $"--urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Empty(await AccountsAsync());
    }

    [Theory]
    [InlineData("There is no account 'nobody'", "staff", "reset", "nobody", "--Logging:LogLevel:Default", "None")]
    [InlineData("nowhere.json", "shop", "import", "nowhere.json", "--Logging:LogLevel:Default=None")]
    public async Task A_command_is_understood_with_settings_around_it(string told, params string[] command)
    {
        var (exitCode, _, errors) = await BuiltProgram.RunAsync(_folder, command);

        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("There is no command 'shopp'", "shopp", "import", "orders.json")]
    [InlineData("usage: understand", "classify", "--unknown", "none")]
    [InlineData("usage: articles import", "articles", "improt", "articles.csv")]
    [InlineData("usage: articles import", "--urls", "http://127.0.0.1:0", "articles")]
    public async Task A_slip_in_a_command_is_told_and_starts_no_server(string told, params string[] command)
    {
        var (exitCode, _, errors) = await BuiltProgram.RunAsync(_folder, command);

        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        var (exitCode, output, _) = await BuiltProgram.RunAsync(_folder, "--help");

        Assert.All(new[] { "shop import", "articles export", "staff reset", "understand", "train" }, command => Assert.Contains(command, output, StringComparison.Ordinal));
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_damaged_model_of_the_shops_own_is_told_in_a_plain_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.CreateSubdirectory("shop").FullName, "understanding.model"), "nonsense", TestContext.Current.CancellationToken);

        await RefusesAsync("train it anew");
    }

    [Fact]
    public async Task A_database_that_can_not_be_written_is_told_in_a_plain_sentence()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "locked.db"), [], TestContext.Current.CancellationToken);

        await RefusesAsync(
            "The database file can't be written",
            $"--Warmline:Database:ConnectionString=Data Source={_folder.FullName}/locked.db;Mode=ReadOnly");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_database_is_told_in_a_plain_sentence()
    {
        _folder.CreateSubdirectory("warmline.db");

        await RefusesAsync("The database file can't be written");
    }

    [Fact]
    public async Task A_database_of_another_version_is_told_in_a_plain_sentence()
    {
        await using (var db = new SqliteConnection($"Data Source={_folder.FullName}/warmline.db;Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var made = db.CreateCommand();
            made.CommandText = "CREATE TABLE \"Conversation\" (\"Id\" TEXT)";
            await made.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await RefusesAsync("made by another version of Warmline");
    }

    [Theory]
    [InlineData("Warmline:Handoff:ProofWindow", "00:00:01", "ProofWindow")]
    [InlineData("Warmline:Handoff:ProofWindow", "soon", "Warmline:Handoff:ProofWindow")]
    [InlineData("Warmline:Policy:OfferFrom", "0.9", "Warmline:Policy:OfferFrom")]
    [InlineData("Warmline:Policy:Weights:anger", "3", "Warmline:Policy:Weights:anger")]
    [InlineData("Warmline:Shop:Color", "blue", "Color")]
    [InlineData("Warmline:DirectLine:TokenLifetime", "00:00:01", "TokenLifetime")]
    [InlineData("Warmline:Database:Provider", "Paper", "Warmline:Database:Provider")]
    [InlineData("Warmline:Database:ConnectionString", "Nonsense", "Warmline:Database:ConnectionString")]
    [InlineData("Warmline:FrameAncestors:0", "https://teams.example; script-src *", "Warmline:FrameAncestors")]
    [InlineData("Warmline:FrameAncestors:0", "teams.example", "Warmline:FrameAncestors")]
    [InlineData("Warmline:PublicAddress", "chat.shop.example", "Warmline:PublicAddress")]
    public async Task A_wrong_setting_is_named(string setting, string value, string named) => await RefusesAsync(named, $"--{setting}={value}");

    private async Task RefusesAsync(string sentence, params string[] settings)
    {
        var (exitCode, output, errors) = await BuiltProgram.RunAsync(_folder, [.. settings, "--Logging:LogLevel:Default=None"]);

        Assert.StartsWith("Warmline did not start. ", errors, StringComparison.Ordinal);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    // A one-time password made by a start that failed would have been shown to nobody.
    private async Task<List<StaffAccount>> AccountsAsync()
    {
        await using var db = new SqliteHandoffDb(Providers.Sqlite($"Data Source={_folder.FullName}/warmline.db;Pooling=False"));
        return await db.Set<StaffAccount>().ToListAsync(TestContext.Current.CancellationToken);
    }
}
