using System.Globalization;

namespace EngageBot.Sandbox.Square;

/// <summary>A picture that was uploaded, and what its owner says it shows.</summary>
public sealed record Picture(long Id, string MediaType, byte[] Bytes, string? AltText = null)
{
    public string IdText => Id.ToString(CultureInfo.InvariantCulture);
}
