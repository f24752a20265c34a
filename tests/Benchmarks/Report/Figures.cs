using Warmline.Benchmarks.Load;

namespace Warmline.Benchmarks.Report;

/// <summary>One run of one thing.</summary>
/// <param name="What">What was measured, as its table calls it.</param>
/// <param name="Connections">Clients side by side.</param>
/// <param name="Outcome">Rate and latencies.</param>
/// <param name="CpuPerUnit">Processor milliseconds of the server (and its database) for one unit.</param>
/// <param name="HarnessShare">Of the machine's processors, what the generator used.</param>
/// <param name="OthersShare">Of the machine's processors, what neither the generator nor the server used: noise.</param>
/// <param name="Resident">Memory of the server after the run, in MB.</param>
internal sealed record Figures(
    string What, int Connections, Outcome Outcome, double CpuPerUnit, double HarnessShare, double OthersShare, double Resident);
