// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {isSignedBy} from "./SignedBy.sol";

/// @title Money set aside for tax, one account per taxpayer and authority.
/// @notice An authority is named by its text in 32 bytes ("us/irs", padded with zeros). Money leaves in two ways only:
/// on the taxpayer's own order to the address that the authority is registered with, once per obligation; and back to the
/// taxpayer, against a filed return that the authority signed for, once per return.
abstract contract TaxVault is ReentrancyGuardTransient, EIP712 {
    using SafeERC20 for IERC20;

    bytes32 private constant REFUND_TYPEHASH =
        keccak256("Refund(address taxpayer,bytes32 authority,bytes32 filedReturn,uint256 amount)");

    IERC20 public immutable token;
    /// The only one who may add an authority; it cannot change one, and it cannot move money.
    address public immutable registrar;

    mapping(bytes32 authority => address) public payoutAddressOf;
    mapping(address taxpayer => mapping(bytes32 authority => uint256)) public setAsideOf;
    mapping(address taxpayer => mapping(bytes32 authority => mapping(bytes32 obligation => uint256))) public
        remittedFor;
    mapping(address taxpayer => mapping(bytes32 authority => mapping(bytes32 filedReturn => uint256))) public
        refundedFor;

    event AuthorityRegistered(bytes32 indexed authority, address payoutAddress);
    event SetAside(address indexed taxpayer, bytes32 indexed authority, uint256 amount);
    event Remitted(
        address indexed taxpayer,
        bytes32 indexed authority,
        bytes32 indexed obligation,
        address payoutAddress,
        uint256 amount
    );
    event Refunded(address indexed taxpayer, bytes32 indexed authority, bytes32 indexed filedReturn, uint256 amount);

    error NotRegistrar(address caller, address registrar);
    error InvalidPayoutAddress(bytes32 authority, address payoutAddress);
    error AuthorityAlreadyRegistered(bytes32 authority, address payoutAddress);
    error AuthorityUnknown(bytes32 authority);
    error InvalidTaxpayer(address taxpayer);
    error NothingToMove();
    error NothingArrived();
    error SetAsideTooSmall(address taxpayer, bytes32 authority, uint256 balance, uint256 amount);
    error AlreadyRemitted(address taxpayer, bytes32 authority, bytes32 obligation, uint256 amount);
    error AlreadyRefunded(address taxpayer, bytes32 authority, bytes32 filedReturn, uint256 amount);
    error RefundNotSigned(address taxpayer, bytes32 authority, bytes32 filedReturn, uint256 amount);

    constructor(IERC20 token_, address registrar_) {
        token = token_;
        registrar = registrar_;
    }

    /// @notice Names where an authority is paid, once and for all: whoever could change it later could move tax money.
    function registerAuthority(bytes32 authority, address payoutAddress) external {
        require(msg.sender == registrar, NotRegistrar(msg.sender, registrar));
        require(_canReceive(payoutAddress), InvalidPayoutAddress(authority, payoutAddress));
        address registered = payoutAddressOf[authority];
        require(registered == address(0), AuthorityAlreadyRegistered(authority, registered));
        payoutAddressOf[authority] = payoutAddress;
        emit AuthorityRegistered(authority, payoutAddress);
    }

    /// @notice Pulls `amount` from the caller into the account of `taxpayer` with `authority`; credits what arrived,
    /// which is less than `amount` for a token that takes a fee on transfers.
    function setAside(address taxpayer, bytes32 authority, uint256 amount)
        external
        nonReentrant
        returns (uint256 arrived)
    {
        // Money for who cannot call, or for an authority that nobody registered, could never leave again.
        require(_canReceive(taxpayer), InvalidTaxpayer(taxpayer));
        require(payoutAddressOf[authority] != address(0), AuthorityUnknown(authority));
        arrived = _pull(amount);
        _setAside(taxpayer, authority, arrived);
    }

    /// @notice Pays `amount` of the caller's set-aside money to the authority, for one obligation (for example one
    /// quarter's estimate). The same obligation is never paid a second time.
    function remit(bytes32 authority, uint256 amount, bytes32 obligation) external nonReentrant {
        address payoutAddress = payoutAddressOf[authority];
        require(payoutAddress != address(0), AuthorityUnknown(authority));
        uint256 remitted = remittedFor[msg.sender][authority][obligation];
        require(remitted == 0, AlreadyRemitted(msg.sender, authority, obligation, remitted));
        _takeOut(msg.sender, authority, amount);
        remittedFor[msg.sender][authority][obligation] = amount;
        emit Remitted(msg.sender, authority, obligation, payoutAddress, amount);
        token.safeTransfer(payoutAddress, amount);
    }

    /// @notice Pays `amount` of the caller's set-aside money back to it, against a return it filed (the sha2-256 of its
    /// bytes) and the authority's signature: that of the key or contract at the authority's payout address.
    function refund(bytes32 authority, uint256 amount, bytes32 filedReturn, bytes calldata signature)
        external
        nonReentrant
    {
        address payoutAddress = payoutAddressOf[authority];
        require(payoutAddress != address(0), AuthorityUnknown(authority));
        uint256 refunded = refundedFor[msg.sender][authority][filedReturn];
        require(refunded == 0, AlreadyRefunded(msg.sender, authority, filedReturn, refunded));
        bytes32 digest =
            _hashTypedDataV4(keccak256(abi.encode(REFUND_TYPEHASH, msg.sender, authority, filedReturn, amount)));
        require(
            isSignedBy(payoutAddress, digest, signature), RefundNotSigned(msg.sender, authority, filedReturn, amount)
        );
        _takeOut(msg.sender, authority, amount);
        refundedFor[msg.sender][authority][filedReturn] = amount;
        emit Refunded(msg.sender, authority, filedReturn, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// Books money that this contract holds.
    function _setAside(address taxpayer, bytes32 authority, uint256 amount) internal {
        setAsideOf[taxpayer][authority] += amount;
        emit SetAside(taxpayer, authority, amount);
    }

    /// Takes `amount` from the caller, and says what came.
    function _pull(uint256 amount) internal returns (uint256 arrived) {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        return _arrivedSince(before);
    }

    function _arrivedSince(uint256 before) internal view returns (uint256 arrived) {
        uint256 balance = token.balanceOf(address(this));
        require(balance > before, NothingArrived());
        return balance - before;
    }

    /// Whether money sent to `to` can be got out again.
    function _canReceive(address to) internal view returns (bool) {
        return to != address(0) && to != address(this) && to != address(token);
    }

    function _takeOut(address taxpayer, bytes32 authority, uint256 amount) private {
        require(amount > 0, NothingToMove());
        uint256 balance = setAsideOf[taxpayer][authority];
        require(amount <= balance, SetAsideTooSmall(taxpayer, authority, balance, amount));
        setAsideOf[taxpayer][authority] = balance - amount;
    }
}
