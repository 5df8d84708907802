using System.Globalization;

namespace EngageBot.Benchmarks.Figures;

/// <summary>One measured thing.</summary>
internal sealed record Figure(string Name, double Value, string Unit, Aim? Aim = null)
{
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{Rounded} {Unit}").TrimEnd();

    public string Verdict => Aim is null ? "" : Aim.IsMetBy(Value) ? "met" : "MISSED";

    private string Rounded => Value.ToString(Math.Abs(Value) switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.##" }, CultureInfo.InvariantCulture);
}
