using System.Globalization;
using Warmline.Benchmarks.Load;

namespace Warmline.Benchmarks;

/// <summary>What to measure and how long; <see cref="Usage"/> says it to people.</summary>
internal sealed class Options
{
    public const string Usage = """
        dotnet run --project tests/Benchmarks -c Release -- [eval|retrieval] [options]
          --parts ceiling,echo,turn,directline,memory,start   which parts (default: all)
          --only TEXT                                         only rows whose name holds the text
          --seconds 20  --warm-up 5  --runs 2                 how long each figure is measured, and how often
          --warm-up-steps 5000                                and until so many steps are done (at most a minute): compilers need it
          --connections 1,50                                  clients side by side
          --conversations 10000  --sockets 10000              for the memory part
          --without-peers                                     only ours (needs no npm)
          --bot DIR  --echo DIR                               published folders to measure instead of this tree's
          --keep-builds                                       don't publish again
          --env NAME=VALUE  --set NAME=VALUE                  environment of ours, settings of Warmline (repeatable)
          --out FILE                                          default: tests/Benchmarks/results/<date>.md
          --smoke                                             everything for a moment; fails when a figure is missing
        eval measures understanding instead, with --bot, --keep-builds, --without-peers, --out and
          --data ../shared/eval                               public sets nobody here wrote; only the own phrases when they are not there
          --sets hint3_curekart,hwu_ru                        only these (default: all; SET:LANGUAGE takes a set's rows of one language)
        retrieval measures how articles are found, with the same options as eval
        PostgreSQL is measured when WARMLINE_TEST_POSTGRES is set: build/with-servers.sh dotnet run …
        """;

    private static readonly string[] AllParts = ["ceiling", "echo", "turn", "directline", "memory", "start"];

    public IReadOnlyList<string> Parts { get; private set; } = AllParts;

    public string Only { get; private set; } = "";

    public TimeSpan Measured { get; private set; } = TimeSpan.FromSeconds(20);

    public TimeSpan WarmUp { get; private set; } = TimeSpan.FromSeconds(5);

    public Duration Duration => new(WarmUp, WarmUpSteps, Measured);

    public int WarmUpSteps { get; private set; } = 5000;

    public int Runs { get; private set; } = 2;

    public IReadOnlyList<int> Connections { get; private set; } = [1, 50];

    public int Conversations { get; private set; } = 10_000;

    public int Sockets { get; private set; } = 10_000;

    public bool HasPeers { get; private set; } = true;

    public bool KeepBuilds { get; private set; }

    public string? Bot { get; private set; }

    public string? Echo { get; private set; }

    public string? Out { get; private set; }

    public bool IsSmoke { get; private set; }

    /// <summary>How well customers are understood, instead of how fast they are answered.</summary>
    public bool IsEvaluation { get; private set; }

    /// <summary>How well and how fast articles are found.</summary>
    public bool IsRetrieval { get; private set; }

    public string Data { get; private set; } = "../shared/eval";

    /// <summary>Empty: all.</summary>
    public IReadOnlyList<string> Sets { get; private set; } = [];

    public List<KeyValuePair<string, string>> Environment { get; } = [];

    public List<string> WarmlineSettings { get; } = [];

    /// <summary>The server's connection string; each measured server gets a database of its own there.</summary>
    public string? Postgres { get; } = System.Environment.GetEnvironmentVariable("WARMLINE_TEST_POSTGRES") is { Length: > 0 } given ? given : null;

    /// <summary>Null when the words are none of ours.</summary>
    public static Options? Read(string[] arguments)
    {
        var options = new Options();
        var words = new Queue<string>(arguments);
        try
        {
            while (words.TryDequeue(out var word))
            {
                options.Take(word, words);
            }

            return options;
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static double Number(Queue<string> words) => double.Parse(words.Dequeue(), CultureInfo.InvariantCulture);

    private static KeyValuePair<string, string> Pair(Queue<string> words) =>
        words.Dequeue().Split('=', 2) is [var name, var value] ? new(name, value) : throw new FormatException("NAME=VALUE");

    private void Take(string word, Queue<string> words)
    {
        switch (word)
        {
            case "--parts": Parts = words.Dequeue().Split(','); break;
            case "--only": Only = words.Dequeue(); break;
            case "--seconds": Measured = TimeSpan.FromSeconds(Number(words)); break;
            case "--warm-up": WarmUp = TimeSpan.FromSeconds(Number(words)); break;
            case "--warm-up-steps": WarmUpSteps = (int)Number(words); break;
            case "--runs": Runs = (int)Number(words); break;
            case "--connections": Connections = [.. words.Dequeue().Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))]; break;
            case "--conversations": Conversations = (int)Number(words); break;
            case "--sockets": Sockets = (int)Number(words); break;
            case "--without-peers": HasPeers = false; break;
            case "--bot": Bot = Path.GetFullPath(words.Dequeue()); break;
            case "--echo": Echo = Path.GetFullPath(words.Dequeue()); break;
            case "--keep-builds": KeepBuilds = true; break;
            case "--out": Out = Path.GetFullPath(words.Dequeue()); break;
            case "eval": IsEvaluation = true; break;
            case "retrieval": IsRetrieval = true; break;
            case "--data": Data = words.Dequeue(); break;
            case "--sets": Sets = words.Dequeue().Split(','); break;
            case "--env": Environment.Add(Pair(words)); break;
            case "--set":
                var (name, value) = Pair(words);
                WarmlineSettings.AddRange([$"--{name}", value]);
                break;
            case "--smoke": BeQuick(); break;
            default: throw new FormatException(word);
        }
    }

    private void BeQuick()
    {
        IsSmoke = true;
        (Measured, WarmUp, Runs) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.5), 1);
        (WarmUpSteps, Connections, Conversations, Sockets) = (20, [1, 4], 20, 20);
    }
}
