using System.Globalization;

namespace EngageBot.Desk.Reports;

/// <summary>A height for a chart that ends on a round number.</summary>
internal static class Scale
{
    private static readonly double[] Times = [10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 28800, 86400, 172_800, 345_600, 604_800, 1_209_600, 2_419_200];

    public static double Seconds(double greatest) => Times.FirstOrDefault(time => time >= greatest, Math.Ceiling(greatest / 2_419_200) * 2_419_200);

    public static double Count(double greatest)
    {
        for (var ten = 1d; ; ten *= 10)
        {
            foreach (var step in new[] { 4, 10, 20 })
            {
                if (greatest <= step * ten)
                    return step * ten;
            }
        }
    }

    /// <summary>A coordinate as SVG wants it.</summary>
    public static string Place(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
