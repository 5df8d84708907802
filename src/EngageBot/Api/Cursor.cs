using System.Buffers.Text;
using System.Globalization;
using System.Text;
using EngageBot.Approving;

namespace EngageBot.Api;

/// <summary>A place in the queue as a word that a program hands back without looking inside.</summary>
internal static class Cursor
{
    // The order of posting came first, and its cursors carry no word.
    private const string Due = "due ";

    public static string After(QueueItem item, QueueOrder order)
    {
        var place = QueueCursor.Of(item, order);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark(order)}{place.At.ToUnixTimeMilliseconds()} {place.Id}")));
    }

    /// <summary>No cursor is the start of the queue; false for one that we did not make, or made in another order.</summary>
    public static bool TryParse(string? cursor, QueueOrder order, out QueueCursor? place)
    {
        place = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!Base64Url.IsValid(cursor))
            return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        if (text.StartsWith(Due, StringComparison.Ordinal) != (order == QueueOrder.Due))
            return false;
        var parts = text[Mark(order).Length..].Split(' ');
        if (parts.Length != 2 || parts[1].Contains('\0') || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            return false;
        place = new QueueCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), parts[1]);
        return true;
    }

    private static string Mark(QueueOrder order) => order == QueueOrder.Due ? Due : "";
}
