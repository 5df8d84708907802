using System.Globalization;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>The address of a report: which days, which account.</summary>
internal static class Question
{
    /// <summary>The same question to another page.</summary>
    public static string Of(string path, bool isLatest, Frame? frame) =>
        Of(path, isLatest ? frame?.Period.Days : null, isLatest ? null : frame?.Period.First, isLatest ? null : frame?.Period.Last, frame?.Account?.Self.Handle);

    /// <summary>The very days of a frame, in its zone: a file must not depend on who opens it when.</summary>
    public static string File(string path, Frame frame) =>
        $"{Of(path, null, frame.Period.First, frame.Period.Last, frame.Account?.Self.Handle)}&zone={Uri.EscapeDataString(frame.Period.Zone.Id)}";

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
