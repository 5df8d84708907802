using System.Numerics.Tensors;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Solves symmetric systems of equations whose matrix is positive.</summary>
internal static class Cholesky
{
    /// <param name="matrix">The lower half; it is used up.</param>
    /// <param name="goals">Right sides, which become the solutions.</param>
    public static void Solve(double[][] matrix, double[][] goals)
    {
        for (var column = 0; column < matrix.Length; column++)
        {
            var pivot = matrix[column];
            pivot[column] = Math.Sqrt(pivot[column] - TensorPrimitives.SumOfSquares<double>(pivot.AsSpan(0, column)));
            Parallel.For(column + 1, matrix.Length, row =>
                matrix[row][column] = (matrix[row][column] - TensorPrimitives.Dot<double>(matrix[row].AsSpan(0, column), pivot.AsSpan(0, column))) / pivot[column]);
        }
        foreach (var goal in goals)
        {
            for (var row = 0; row < goal.Length; row++)
                goal[row] = (goal[row] - TensorPrimitives.Dot<double>(matrix[row].AsSpan(0, row), goal.AsSpan(0, row))) / matrix[row][row];
            for (var row = goal.Length - 1; row >= 0; row--)
            {
                goal[row] /= matrix[row][row];
                for (var above = 0; above < row; above++)
                    goal[above] -= matrix[row][above] * goal[row];
            }
        }
    }
}
