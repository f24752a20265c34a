namespace Warmline.Bot.Shop.Files;

/// <summary>
/// A file kept in memory and read again when it changed, looked at once a second at most. A change that can't be used
/// is logged and the last good content stays; once a file was read, its absence is trouble too, not a reason for the default.
/// </summary>
internal sealed class WatchedFile<T>(string path, Func<byte[], T> parse, Func<T> whenMissing, TimeProvider time, ILogger logger)
    where T : class
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _reading = new();
    private volatile T? _current;
    private Exception? _trouble;
    private FileStamp _seen = FileStamp.Never;
    private long? _lookedAt;

    /// <exception cref="ShopUnavailableException">Nothing good was ever read.</exception>
    public T Current
    {
        get
        {
            if (_current is not { } known)
            {
                lock (_reading)
                {
                    Look();
                    return _current ?? throw new ShopUnavailableException($"{Path.GetFileName(path)} can't be read.", _trouble!);
                }
            }

            return LookUnlessBusy() ?? known;
        }
    }

    // While one caller reads a new file the others go on with the old one.
    private T? LookUnlessBusy()
    {
        if (!_reading.TryEnter())
        {
            return null;
        }

        try
        {
            Look();
            return _current;
        }
        finally
        {
            _reading.Exit();
        }
    }

    private void Look()
    {
        if (_lookedAt is { } at && time.GetElapsedTime(at) < LookEvery)
        {
            return;
        }

        _lookedAt = time.GetTimestamp();
        var stamp = FileStamp.Of(path);
        if (stamp != _seen)
        {
            Read(stamp);
        }
    }

    // The stamp is taken before reading: a file replaced meanwhile is read again at the next look.
    private void Read(FileStamp stamp)
    {
        try
        {
            _current = stamp.Exists ? parse(Bytes()) : WhenMissing();
            _seen = stamp;
            _trouble = null;
        }
        catch (InvalidDataException e)
        {
            _seen = stamp;
            Refuse(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(e);
        }
    }

    // Shared for deletion, so that reading never stands in the way of a replacement on Windows.
    private byte[] Bytes()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private T WhenMissing() =>
        _seen.Exists ? throw new FileNotFoundException("The file is gone.") : whenMissing();

    private void Refuse(Exception e)
    {
        var known = _trouble?.Message == e.Message;
        _trouble = e;
        if (known)
        {
            return;
        }

        if (_current is null)
        {
            ShopLog.Unreadable(logger, path, e.Message);
        }
        else
        {
            ShopLog.ChangeRefused(logger, path, e.Message);
        }
    }
}

/// <summary>Enough of a file to see that it changed.</summary>
internal readonly record struct FileStamp(bool Exists, DateTime WrittenAt, long Length)
{
    public static readonly FileStamp Never = new(false, default, -1);

    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(true, file.LastWriteTimeUtc, file.Length) : new(false, default, 0);
    }
}
