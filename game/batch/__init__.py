"""The same law in lanes: thousands of playouts of one Scenario side by side, as NumPy arrays."""
