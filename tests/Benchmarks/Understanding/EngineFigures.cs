namespace Warmline.Benchmarks.Understanding;

/// <summary>How well a classifier did on one set; named as the peer's script writes it.</summary>
/// <param name="Train">Rows it learned from.</param>
/// <param name="Test">Rows it was asked.</param>
/// <param name="Accuracy">Right answers of all, those out of scope included.</param>
/// <param name="InScope">Right answers of the rows that have a label.</param>
/// <param name="OosRecall">Rows out of scope that were told so; null without such rows.</param>
internal sealed record EngineFigures(
    int Train, int Test, double Accuracy, double InScope, double? OosRecall, double? TrainSeconds, double? MicrosecondsPerUtterance);
