using System.IO.Compression;
using System.Text;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>Classifiers in a file: small (a weight is one byte) and quick to load.</summary>
internal static class ModelFile
{
    private const int Format = 1;

    /// <param name="stream">Where to.</param>
    /// <param name="fingerprint">What the models were trained on.</param>
    /// <param name="classifiers">Read back in the same order.</param>
    public static void Write(Stream stream, string fingerprint, params IReadOnlyList<TextClassifier> classifiers)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(fingerprint);
        writer.Write(classifiers.Count);
        foreach (var classifier in classifiers)
        {
            Write(writer, classifier);
        }
    }

    /// <exception cref="InvalidDataException">The file is none of ours, or of another version.</exception>
    public static (string Fingerprint, IReadOnlyList<TextClassifier> Classifiers) Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.UTF8);
            var format = reader.ReadInt32();
            if (format != Format)
            {
                throw new InvalidDataException($"The model has format {format}, this program reads {Format}: train it anew.");
            }

            var fingerprint = reader.ReadString();
            return (fingerprint, [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadOne(reader))]);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException("The model is damaged: train it anew.", error);
        }
    }

    private static void Write(BinaryWriter writer, TextClassifier classifier)
    {
        var (model, vocabulary) = (classifier.Model, classifier.Vocabulary);
        writer.Write(model.Labels);
        foreach (var (label, bias) in classifier.Labels.Zip(model.Biases))
        {
            writer.Write(label);
            writer.Write(bias);
        }

        writer.Write(classifier.Calibration.Slope);
        writer.Write(classifier.Calibration.Unknown);
        writer.Write(model.Scale);
        writer.Write(vocabulary.Hashes.Length);
        WriteFeatures(writer, classifier);
    }

    // Column by column: like stands beside like, and packs well.
    private static void WriteFeatures(BinaryWriter writer, TextClassifier classifier)
    {
        var (model, vocabulary, before) = (classifier.Model, classifier.Vocabulary, 0u);
        foreach (var hash in vocabulary.Hashes)
        {
            writer.Write(hash - before);
            before = hash;
        }

        foreach (var rarity in vocabulary.Rarity)
        {
            writer.Write((Half)rarity);
        }

        for (var label = 0; label < model.Labels; label++)
        {
            for (var at = label; at < model.Weights.Length; at += model.Labels)
            {
                writer.Write(model.Weights[at]);
            }
        }
    }

    private static TextClassifier ReadOne(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var (labels, biases) = (new string[count], new float[count]);
        for (var label = 0; label < count; label++)
        {
            (labels[label], biases[label]) = (reader.ReadString(), reader.ReadSingle());
        }

        var calibration = new Calibration(reader.ReadDouble(), reader.ReadDouble());
        var (scale, features) = (reader.ReadSingle(), reader.ReadInt32());
        var (hashes, rarity, before) = (new uint[features], new float[features], 0u);
        for (var at = 0; at < features; at++)
        {
            hashes[at] = before += reader.ReadUInt32();
        }

        for (var at = 0; at < features; at++)
        {
            rarity[at] = (float)reader.ReadHalf();
        }

        return new TextClassifier(labels, new Vocabulary(hashes, rarity), new LinearModel(count, ReadWeights(reader, features, count), scale, biases), calibration);
    }

    private static sbyte[] ReadWeights(BinaryReader reader, int features, int labels)
    {
        var (weights, column) = (new sbyte[features * labels], new byte[features]);
        for (var label = 0; label < labels; label++)
        {
            reader.BaseStream.ReadExactly(column);
            for (var at = 0; at < features; at++)
            {
                weights[(at * labels) + label] = (sbyte)column[at];
            }
        }

        return weights;
    }
}
