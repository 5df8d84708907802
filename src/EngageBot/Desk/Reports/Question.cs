using System.Globalization;

namespace EngageBot.Desk.Reports;

/// <summary>The address of a report: which days, which account.</summary>
internal static class Question
{
    public static string Of(string path, int? days, DateOnly? from, DateOnly? until, string? account)
    {
        var parts = new List<string>();
        if (days is { } count)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"days={count}"));
        if (from is { } first && until is { } last)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"from={first:yyyy-MM-dd}&until={last:yyyy-MM-dd}"));
        if (account is not null)
            parts.Add($"account={Uri.EscapeDataString(account)}");
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }
}
